"""Small tables of words by which a text is broken: what opens, closes or ties a phrase.

They need not be complete: a word that is missing only makes a break a little less apt.
"""

from __future__ import annotations

from kopia_desktop.core.languages import base

ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof st jr sen rep gov gen sgt capt mt vs"  # English
    " sr sra srta dra ud uds"  # Spanish, Portuguese
    " mme mlle"  # French
    " hr fr bzw ca nr z.b d.h"  # German
    " sig dott mevr dhr".split()
)
UNITS = frozenset(
    "percent per cent million millions billion billions thousand hundred dozen km kg cm mm m g l"
    " hours minutes seconds years am pm a.m p.m euros dollars pounds"
    " millones millón mil euros dólares años horas minutos"
    " millions milliards mille ans heures pour"
    " millionen milliarden tausend prozent uhr jahre"
    " milioni miliardi mila anni ore milhões milhão reais anos"
    " миллион миллиона миллионов тысяч тысячи рублей лет процентов".split()
)

_OPENING_WORDS = {
    "en": (
        "and or but nor so yet because although though while if unless until when where after"
        " before since that which who whose whom as than the a an this these those my your his her"
        " its our their of in on at to for from with without by about into through during between"
        " against under over i you he she we they not very"
    ),
    "es": (
        "y e o u pero ni sino porque aunque mientras si cuando donde que quien cuyo como el la los"
        " las un una unos unas lo al del de en a por para con sin sobre entre hasta desde hacia"
        " según mi tu su sus mis tus este esta estos estas ese esa no muy se me te nos"
    ),
    "fr": (
        "et ou mais ni donc car parce que qu'il qu'elle qui quand lorsque si comme où dont le la"
        " les un une des du de à au aux en dans sur sous pour par avec sans entre vers chez mon ma"
        " mes ton ta tes son sa ses notre votre leur ce cet cette ces je tu il elle on nous vous"
        " ils ne se très"
    ),
    "de": (
        "und oder aber denn sondern weil dass obwohl während wenn als ob damit wo der die das den"
        " dem des ein eine einen einem einer eines in im an am auf aus bei beim mit nach seit von"
        " vom zu zum zur für durch gegen ohne um über unter vor zwischen mein dein sein ihr unser"
        " ich du er sie es wir nicht sehr"
    ),
    "it": (
        "e ed o ma né perché anche se quando dove che chi come il lo la i gli le un uno una di del"
        " della dei degli delle a al alla ai alle da dal dalla in nel nella con su sul sulla per"
        " tra fra senza mio tuo suo questo questa non molto si mi ti ci"
    ),
    "pt": (
        "e ou mas nem porque embora enquanto se quando onde que quem como o a os as um uma uns"
        " umas de do da dos das em no na nos nas ao à por pelo pela para com sem sobre entre até"
        " desde meu minha seu sua este esta isso não muito"
    ),
    "nl": (
        "en of maar want omdat hoewel terwijl als dat die wie waar toen de het een in op aan bij"
        " met naar van voor door tegen zonder om over onder tussen uit mijn jouw zijn haar ons ik"
        " je hij zij we niet zeer"
    ),
    "sv": (
        "och eller men för att eftersom om när där som en ett den det de i på av till från med"
        " utan över under mellan hos min din sin jag du han hon vi inte"
    ),
    "pl": (
        "i a oraz lub albo ale bo ponieważ że żeby gdy kiedy jeśli który która które gdzie w we na"
        " z ze do od po przed za nad pod przez dla bez o u nie"
    ),
    "ru": (
        "и а но или что чтобы потому если когда где который которая которые как в во на с со к ко"
        " от до из за над под по при для без о об у через между не"
    ),
    "uk": (
        "і й та а але або що щоб бо якщо коли де який яка які як в у на з із зі до від за над під"
        " по при для без про через між не"
    ),
    "tr": ("ve veya ama fakat çünkü eğer ki bir bu şu o"),
    "id": ("dan atau tetapi karena jika ketika yang di ke dari untuk dengan pada oleh tidak"),
    "vi": ("và hoặc nhưng vì nếu khi mà của ở trong trên cho với từ đến không một các những"),
    "ar": (
        "و أو لكن ثم لأن أن إن إذا عندما حيث الذي التي الذين في من على إلى عن مع بين حتى بعد قبل"
        " هذا هذه ذلك لا لم لن ما"
    ),
    "fa": ("و یا اما ولی زیرا که اگر وقتی در از به با برای تا بر این آن"),
    "he": ("או אבל כי אם כאשר אשר של את על עם אל מן בין עד אחרי לפני זה זאת לא"),
    "el": (
        "και ή αλλά γιατί επειδή αν όταν που πως ότι ο η το οι τα τον την του της των ένα μια σε"
        " στο στη στην από για με χωρίς να θα δεν"
    ),
}

_CLOSING_WORDS = {
    "hi": "का के की में से पर को ने तक है हैं था थे थी",
    "ur": "کا کے کی میں سے پر کو نے تک ہے ہیں تھا",
    "tr": "için gibi ile kadar göre da de mi",
}


def opening_words(language: str) -> frozenset[str]:
    """Conjunctions, prepositions, articles and the like: best broken before, never after."""
    return frozenset(_OPENING_WORDS.get(base(language), "").split())


def closing_words(language: str) -> frozenset[str]:
    """Words that belong to what stands before them (postpositions)."""
    return frozenset(_CLOSING_WORDS.get(base(language), "").split())
