import pytest

from tasks.draft import RefusedError
from tasks.language import require_english


@pytest.mark.parametrize(
    "text",
    [
        "The commander Abu Hamza al-Ansari was killed in Al-Qaim district, Anbar province.",
        "Sheikh Jarrah, Al-Hawija, Makhmour and Tuz Khurmatu were searched by the army of Iraq on Monday.",
        "Army kills two in Daquq",
    ],
)
def test_short_english_texts_full_of_names_are_read(text: str) -> None:
    assert require_english(text, None) == "en"


@pytest.mark.parametrize(
    "text",
    [
        "Le unità dell'esercito hanno liberato tre villaggi a sud di Daquq e ucciso due miliziani in uno scontro.",
        "Die Armee hat drei Dörfer südlich der Stadt geräumt und dabei zwei Kämpfer getötet, teilte das Kommando mit.",
        "قتل الجيش العراقي اثنين من عناصر التنظيم في قرية جنوب المدينة صباح يوم الأحد",
    ],
)
@pytest.mark.parametrize("declared", [None, "en"])
def test_other_languages_are_refused_whatever_they_declare(text: str, declared: str | None) -> None:
    with pytest.raises(RefusedError) as refusal:
        require_english(text, declared)
    assert refusal.value.reason == "language not supported"
