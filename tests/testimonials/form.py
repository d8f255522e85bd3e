"""What somebody types into the form of a new story, and where that form is."""

ADD = "/admin/testimonials/testimonial/add/"
TYPED = {
    "content__language": "en",
    "content__title": "My made-up title",
    "content__slug": "my-made-up-title",
    "content__summary": "Typed by hand.",
    "content__transcript": "",
    "display_name": "Made Up",
    "poster_alt": "An empty chair",
    "recorded_on": "2026-06-02",
    "spoken_language": "en",
    "body_area": "neck",
    "captions-TOTAL_FORMS": "0",
    "captions-INITIAL_FORMS": "0",
}
