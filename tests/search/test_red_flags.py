"""Words that may mean an emergency put the care card above the results."""

import pytest
from django.urls import reverse

from astr_site.editorial.models import Source
from astr_site.search.models import RedFlag

from .test_page import text

pytestmark = pytest.mark.usefixtures("site")

STROKE, SPINE, SOON = "Call 911</h2>", "Go to the emergency room</h2>", "See a doctor soon</h2>"
DERRAME, COLUMNA, PRONTO = "Llame al 911</h2>", "Vaya a la sala de emergencias</h2>", "Vea pronto a un médico</h2>"


def flat(response):
    return text(response).replace(" <", "<").replace("</span></h2>", "</h2>")


@pytest.mark.parametrize(
    ("address", "words", "heading"),
    [
        ("/search/", "numb face", STROKE),
        ("/search/", "my face feels numb", STROKE),
        ("/search/", "numbb face", STROKE),
        ("/search/", "slurred speach", STROKE),
        ("/search/", "can't pee", SPINE),
        ("/search/", "cant pee", SPINE),
        ("/search/", "I can’t pee since my back went out", SPINE),
        ("/search/", "i cannot urinate", SPINE),
        ("/search/", "numbness between my legs", SPINE),
        ("/search/", "lost control of my bladder", SPINE),
        ("/search/", "back pain and fever", SOON),
        ("/es/buscar/", "no puedo orinar", COLUMNA),
        ("/es/buscar/", "No puedo hacer pipi", COLUMNA),
        ("/es/buscar/", "se me durmio la cara", DERRAME),
        ("/es/buscar/", "derrame", DERRAME),
        ("/es/buscar/", "dolor de espalda con fiebre", PRONTO),
    ],
)
def test_an_emergency_is_told_above_everything_that_was_found(client, address, words, heading):
    page = flat(client.get(address, {"q": words}))
    assert heading in page
    assert page.count('class="care-card ') == 1
    assert page.index(heading) < min(page.find(each) for each in ('class="results', "chip w-sage") if each in page)
    assert "source-link" in page


@pytest.mark.parametrize("words", ["neck", "pee", "face", "massage for back pain", "no", "can't", "numb"])
def test_other_words_raise_no_alarm(client, words):
    assert "care-card" not in text(client.get("/search/", {"q": words}))


def test_staff_keep_the_list_with_its_sources(client, editor):
    client.force_login(editor)
    values = {
        "name": "For a test",
        "language": "en",
        "phrases": "purple elephants",
        "level": "urgent",
        "heading": "See a doctor now",
        "items": "elephants",
        "in_use": "on",
    }
    address = reverse("admin:search_redflag_add")
    assert "errorlist" in client.post(address, values).content.decode()
    client.post(address, values | {"sources": [Source.objects.first().pk]})
    client.logout()
    assert "See a doctor now" in text(client.get("/search/", {"q": "elephants in purple"}))
    RedFlag.objects.filter(name="For a test").first().delete()
    assert "See a doctor now" not in text(client.get("/search/", {"q": "elephants in purple"}))
