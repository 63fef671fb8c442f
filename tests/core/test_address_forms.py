"""Forms of address: what each language's table tells, and what it leaves alone."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kopia_desktop.core.address_forms import Address, address, knows, paired, read
from kopia_desktop.core.languages import target_languages
from kopia_desktop.core.paths import resource

FORMAL, INFORMAL, NEUTRAL, MIXED = Address

# A formal and an informal way to say something, and a sentence that addresses nobody.
SENTENCES = [
    ("de", "Können Sie mir helfen?", "Kannst du mir helfen?", "Sie kommen morgen."),
    ("de", "Wo ist Ihr Auto?", "Wo ist dein Auto?", "Ich weiß, dass sie ihr Auto sucht."),
    ("de", "Ich danke Ihnen.", "Ich danke dir.", "Ihre Eltern kamen. Ihr Haus war groß."),
    ("nl", "Kunt u mij helpen?", "Kun je mij helpen?", "Hij helpt haar morgen."),
    ("af", "Kan u my help?", "Kan jy my help?", "Hy help haar."),
    ("fr", "Pouvez-vous m'aider ?", "Peux-tu m’aider ?", "Il y a assez de place chez nous."),
    ("fr", "Ouvrez la porte.", "Je t'aime.", "Le rendez-lui avait un grand nez."),
    ("es", "¿Puede usted ayudarme?", "¿Puedes ayudarme?", "Su hermano puede venir."),
    ("es", "Ustedes tienen razón.", "Tu casa es grande.", "Las casas son grandes."),
    ("it", "Posso aiutare Lei?", "Puoi aiutarmi?", "Lei arriva domani con suo fratello."),
    ("pt", "O senhor pode ajudar?", "Você pode ajudar?", "O irmão dele pode vir."),
    ("pt-pt", "Você pode ajudar?", "Podes ajudar?", "O seu irmão pode vir."),
    ("gl", "Vostede pode axudar?", "Podes axudar, ti?", "O irmán pode vir."),
    ("ca", "Em pot ajudar vostè?", "Que et puc ajudar?", "El seu germà pot venir."),
    ("ro", "Puteți să mă ajutați?", "Poți să mă ajuți?", "Fratele lui vine mâine."),
    ("ru", "Вы можете мне помочь?", "Ты можешь мне помочь?", "Он может прийти завтра."),
    ("ru", "Откройте дверь.", "Что делаешь?", "Это лишь камыш и мышь в газете."),
    ("uk", "Чи можете ви допомогти?", "Чи можеш ти допомогти?", "Він може прийти завтра."),
    ("pl", "Czy może mi Pan pomóc?", "Czy możesz mi pomóc?", "Nasz klawisz i mysz nie działają."),
    ("cs", "Můžete mi pomoci?", "Můžeš mi pomoci?", "Náš příliš dlouhý guláš nestojí."),
    ("sk", "Môžete mi pomôcť?", "Môžeš mi pomôcť?", "V meste nie je dobré mäso."),
    ("hr", "Možete li mi pomoći?", "Možeš li mi pomoći?", "Naš miš je baš malen."),
    ("bs", "Imate li vremena?", "Imaš li vremena?", "On dolazi sutra."),
    ("sr-Latn", "Gde je vaš auto?", "Gde je tvoj auto?", "On dolazi sutra."),
    ("sr-Cyrl", "Где је ваш ауто?", "Где је твој ауто?", "Он долази сутра."),
    ("sl", "Ali mi lahko vi pomagate?", "Mi lahko pomagaš?", "Naš sosed pride jutri."),
    ("bg", "Можете ли да ми помогнете?", "Можеш ли да ми помогнеш?", "Нашият гараж е голям."),
    ("mk", "Каде е вашиот автомобил?", "Каде е твојот автомобил?", "Тој доаѓа утре."),
    ("lt", "Ar jūs galite padėti?", "Ar tu gali padėti?", "Jis ateis rytoj."),
    ("lv", "Vai jūs varat palīdzēt?", "Vai tu vari palīdzēt?", "Viņš nāks rīt."),
    ("et", "Kas teie saate aidata?", "Kas sina saad aidata?", "Ta tuleb homme."),
    ("fi", "Voitteko te auttaa?", "Voisitko sinä auttaa?", "Hän tulee huomenna."),
    ("hu", "Tudna ön segíteni?", "Tudnál te segíteni?", "A kész rész ma lesz meg."),
    ("tr", "Siz geliyor musunuz?", "Sen geliyor musun?", "Kadın yalnız deniz kenarında."),
    ("az", "Siz gəlirsiniz?", "Sən gəlirsən?", "O sabah gəlir."),
    ("uz", "Siz kelasizmi?", "Sen kelasanmi?", "U ertaga keladi."),
    ("tk", "Siz gelýärsiňizmi?", "Sen gelýärsiňmi?", "Ol ertir gelýär."),
    ("kk", "Сіз келесіз бе?", "Сен келесің бе?", "Ол ертең келеді."),
    ("ky", "Сиз келесизби?", "Сен келесиңби?", "Ал эртең келет."),
    ("el", "Μπορείτε να με βοηθήσετε;", "Εσύ μπορείς;", "Τότε ήρθε, ούτε πότε ούτε ποτέ."),
    ("sq", "A mund të më ndihmoni ju?", "A mund të më ndihmosh ti?", "Ai vjen nesër."),
    ("hy", "Դուք կարո՞ղ եք օգնել։", "Դու կարո՞ղ ես օգնել։", "Նա գալիս է վաղը։"),
    ("ka", "თქვენ შეგიძლიათ?", "შენ შეგიძლია?", "ის ხვალ მოდის."),
    ("hi", "क्या आप मेरी मदद करेंगे?", "क्या तुम मेरी मदद करोगे?", "यह उसके लिए चाहिए।"),
    ("ur", "کیا آپ مدد کریں گے؟", "کیا تم مدد کرو گے؟", "وہ کل آئے گا۔"),
    ("mr", "तुम्ही मदत कराल का?", "तू मदत करशील का?", "तो उद्या येईल."),
    ("gu", "તમે મદદ કરશો?", "તું મદદ કરશે?", "તે કાલે આવશે."),
    ("pa", "ਕੀ ਤੁਸੀਂ ਮਦਦ ਕਰੋਗੇ?", "ਕੀ ਤੂੰ ਮਦਦ ਕਰੇਂਗਾ?", "ਉਹ ਕੱਲ੍ਹ ਆਵੇਗਾ।"),
    ("ne", "के तपाईं मद्दत गर्नुहुन्छ?", "के तिमी मद्दत गर्छौ?", "ऊ भोलि आउँछ।"),
    ("bn", "আপনি কি সাহায্য করবেন?", "তুমি কি সাহায্য করবে?", "সে কাল আসবে।"),
    ("ta", "நீங்கள் உதவுவீர்களா?", "நீ உதவுவாயா?", "அவன் நாளை வருவான்."),
    ("te", "మీరు సహాయం చేస్తారా?", "నువ్వు సహాయం చేస్తావా?", "అతను రేపు వస్తాడు."),
    ("kn", "ನೀವು ಸಹಾಯ ಮಾಡುತ್ತೀರಾ?", "ನೀನು ಸಹಾಯ ಮಾಡುತ್ತೀಯಾ?", "ಅವನು ನಾಳೆ ಬರುತ್ತಾನೆ."),
    ("ml", "നിങ്ങൾ സഹായിക്കുമോ?", "നീ സഹായിക്കുമോ?", "അവൻ നാളെ വരും."),
    ("fa", "شما می‌توانید کمک کنید؟", "آیا می‌توانی کمک کنی؟", "امید جدید است."),
    ("prs", "شما کجا هستید؟", "کجا هستی؟", "خورشید سفید است."),
    ("id", "Apakah Anda bisa membantu?", "Di mana rumahmu?", "Ilmu dan tamu bertemu."),
    ("ms", "Bolehkah anda membantu?", "Bolehkah kamu membantu?", "Dia datang esok."),
    ("cy", "Ble mae eich car chi?", "Ble mae dy gar di?", "Mae hi'n bwrw glaw."),
    ("zh-Hans", "您能帮我吗？", "你能帮我吗？", "他明天来。"),
    ("zh-Hant", "您能幫我嗎？", "你能幫我嗎？", "他明天來。"),
    ("ko", "내일 올 수 있습니까?", "내일 올 수 있어?", "서울"),
    ("ko", "문을 열어 주세요.", "문을 열어.", "2026"),
    ("ja", "明日来ることができますか。", "明日来ることができる？", "東京"),
    ("ja", "ドアを開けてください。", "それは本だ。", "12時"),
]


def rows() -> dict[str, dict[str, Any]]:
    table = json.loads(resource("address_forms.json").read_text("utf-8"))
    languages: dict[str, dict[str, Any]] = table["languages"]
    return languages


@pytest.mark.parametrize(("language", "formal", "informal", "neutral"), SENTENCES)
def test_sentences_of_every_language(
    language: str, formal: str, informal: str, neutral: str
) -> None:
    told = [address(text, language) for text in (formal, informal, neutral)]
    assert told == [FORMAL, INFORMAL, NEUTRAL]


def test_every_table_is_tried_and_has_its_source() -> None:
    tried = {language for language, *_ in SENTENCES}
    tried |= {language.split("-")[0] for language in tried}
    for language, row in rows().items():
        assert language in tried
        assert "same_as" in row or row["source"]


def test_tables_are_of_targets_and_hold_what_is_read() -> None:
    bases = {code.split("-")[0] for code in target_languages()} | set(target_languages())
    known = {"source", "formal", "informal", "not", "determiners", "openers", "pairs"}
    marks = {"words", "capital", "hints", "endings", "hint_endings", "final", "anywhere"}
    for language, row in rows().items():
        assert language in bases
        if "same_as" in row:
            assert set(row) == {"same_as"}
            assert row["same_as"] in rows()
            continue
        assert set(row) <= known
        assert set(row["formal"]) | set(row["informal"]) <= marks


def test_no_mark_tells_both_forms() -> None:
    for row in rows().values():
        if "same_as" not in row:
            told = [
                {
                    entry
                    for name in ("words", "endings", "final", "anywhere")
                    for entry in row[form].get(name, "").split()
                }
                for form in ("formal", "informal")
            ]
            assert not told[0] & told[1]


def test_which_languages_are_known() -> None:
    assert all(map(knows, ("de", "fr", "fr-ca", "pt", "pt-pt", "zh-Hant", "sr-Latn", "sr-Cyrl")))
    assert not any(map(knows, ("en", "sv", "da", "nb", "ar", "he", "th", "vi", "eu", "tlh-Piqd")))
    assert address("Usted", "sv") is NEUTRAL


def test_case_tells_in_german() -> None:
    assert address("Wir fragen sie und ihre Eltern.", "de") is NEUTRAL
    assert address("Am 8. August: Sie kommen.", "de") is NEUTRAL
    assert address("„Sie kommt“, sagte er.", "de") is NEUTRAL
    assert address("Wann kommen Sie?", "de") is FORMAL
    assert address("Wir fragen DICH.", "de") is INFORMAL
    assert address("Kommen Sie, oder kommst du?", "de") is MIXED


def test_the_opposite_form() -> None:
    assert FORMAL.opposite is INFORMAL
    assert INFORMAL.opposite is FORMAL
    assert (NEUTRAL.opposite, MIXED.opposite) == (NEUTRAL, MIXED)


@pytest.mark.parametrize(
    ("language", "informal", "formal"),
    [
        ("es", "Por favor, vende la muestra.", "Por favor, venda la muestra."),
        ("es", "Firma el contrato.", "Firme el contrato."),
        ("es", "Explica la idea.", "Explique la idea."),
        ("es", "Llega antes.", "Llegue antes."),
        ("es", "Empieza ahora.", "Empiece ahora."),
        ("es", "Ven aquí.", "Venga aquí."),
        ("es", "Devuelve el libro.", "Devuelva el libro."),
        ("es", "¿Arreglaste la película?", "¿Arregló la película?"),
        ("es", "¿Quieres pan?", "¿Quiere pan?"),
        ("de", "Öffne die Tür.", "Öffnen Sie die Tür."),
        ("de", "Bitte lies das Buch.", "Bitte lesen Sie das Buch."),
        ("de", "Bitte besprich den Plan.", "Bitte besprechen Sie den Plan."),
        ("de", "Sammle die Blätter.", "Sammeln Sie die Blätter."),
        ("fr", "Ouvre la porte.", "Ouvrez la porte."),
        ("fr", "Finis le travail.", "Finissez le travail."),
        ("fr", "Fais attention.", "Faites attention."),
        ("it", "Apri la porta.", "Apra la porta."),
        ("pt-pt", "Escreve o texto.", "Escreva o texto."),
        ("ru", "Скажи это.", "Скажите это."),
        ("ru", "Приготовь обед.", "Приготовьте обед."),
        ("uk", "Напиши листа.", "Напишіть листа."),
        ("cs", "Otevři dveře.", "Otevřete dveře."),
        ("sk", "Otvor dvere.", "Otvorte dvere."),
        ("hr", "Otvori vrata.", "Otvorite vrata."),
        ("bg", "Отвори вратата.", "Отворете вратата."),
        ("fi", "Avaa ovi.", "Avatkaa ovi."),
        ("el", "Άνοιξε την πόρτα.", "Ανοίξτε την πόρτα."),
    ],
)
def test_two_verbs_tell_each_other(language: str, informal: str, formal: str) -> None:
    one, other = read(informal, language), read(formal, language)
    assert paired(one, other, language) == {INFORMAL}
    assert paired(other, one, language) == {FORMAL}
    assert not paired(one, one, language)


def test_nouns_and_inner_words_are_no_such_verbs() -> None:
    one, other = read("Las casas grandes.", "es"), read("La casa grande.", "es")
    assert not paired(one, other, "es")
    assert not paired(read("Él firma hoy.", "es"), read("Él firme hoy.", "es"), "es")
    assert not paired(one, other, "sv")


@given(st.text(max_size=200), st.sampled_from(["de", "es", "sr-Cyrl", "ja", "zh-Hans", "fr", "en"]))
def test_any_text_can_be_read(text: str, language: str) -> None:
    reading = read(text, language)
    assert reading.address in Address
    assert not reading.sure & reading.hints
    assert not paired(reading, reading, language)
