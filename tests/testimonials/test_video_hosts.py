"""Whatever people paste, the video in it is recognized, and nothing else is (issue 5, item 4)."""

import pytest

from testimonials.video_hosts import recognize

YOUTUBE = "https://www.youtube.com/watch?v=aB3_-efgh12"


@pytest.mark.parametrize(
    "pasted",
    [
        "https://www.youtube.com/watch?v=aB3_-efgh12",
        "https://youtu.be/aB3_-efgh12?si=WhoSharedThis&t=42",
        "youtu.be/aB3_-efgh12",
        "www.youtube.com/watch?app=desktop&v=aB3_-efgh12&t=1m2s",
        "http://m.youtube.com/watch?v=aB3_-efgh12&list=PL123",
        "https://www.youtube.com/shorts/aB3_-efgh12?feature=share",
        "https://youtube.com/live/aB3_-efgh12",
        "https://www.youtube-nocookie.com/embed/aB3_-efgh12?start=30",
        "//www.youtube.com/embed/aB3_-efgh12",
        '<iframe width="560" src="https://www.youtube.com/embed/aB3_-efgh12?si=x" title="A film"></iframe>',
        "Watch this: https://youtu.be/aB3_-efgh12 it is good",
    ],
)
def test_every_form_of_a_youtube_address_leads_to_one_address_without_traces(pasted):
    assert recognize(pasted).address == YOUTUBE


@pytest.mark.parametrize(
    ("pasted", "address"),
    [
        ("https://vimeo.com/123456789", "https://vimeo.com/123456789"),
        ("vimeo.com/123456789#t=30s", "https://vimeo.com/123456789"),
        ("https://vimeo.com/channels/staffpicks/123456789", "https://vimeo.com/123456789"),
        ("https://vimeo.com/123456789/abcdef0123?share=copy", "https://vimeo.com/123456789/abcdef0123"),
        ("https://player.vimeo.com/video/123456789?h=abcdef0123", "https://vimeo.com/123456789/abcdef0123"),
    ],
)
def test_every_form_of_a_vimeo_address_is_recognized_with_its_secret(pasted, address):
    assert recognize(pasted).address == address


@pytest.mark.parametrize(
    "pasted",
    [
        "https://example.org/watch?v=aB3_-efgh12",
        "https://youtube.com.example.org/watch?v=aB3_-efgh12",
        "https://www.youtube.com/@somebody",
        "https://www.youtube.com/watch?v=short",
        "https://vimeo.com/about",
        "javascript:alert(1)//youtube.com/",
        "a sentence",
    ],
)
def test_nothing_else_is_taken_for_a_video(pasted):
    assert recognize(pasted) is None


def test_players_are_the_ones_that_keep_the_readers_privacy():
    assert recognize(YOUTUBE).player.startswith("https://www.youtube-nocookie.com/embed/aB3_-efgh12?")
    player = recognize("https://vimeo.com/123456789/abcdef0123").player
    assert player.startswith("https://player.vimeo.com/video/123456789?")
    assert "dnt=1" in player
    assert "h=abcdef0123" in player
