"""What people say in the pictures: lines as they are recognised, in several scripts."""

from __future__ import annotations

INTERVIEW = (
    (
        "Good morning, and thank you for coming.",
        "Buenos días, y gracias por venir.",
    ),
    (
        "We wanted to talk about the library's budget for the next year.",
        "Queríamos hablar del presupuesto de la biblioteca para el próximo año.",
    ),
    (
        "Um, yes, let me begin with the reading room, because that is what people see first.",
        "Sí, déjeme empezar por la sala de lectura, porque es lo primero que se ve.",
    ),
    (
        "It was closed for eleven weeks while the roof was repaired.",
        "Estuvo cerrada once semanas mientras se reparaba el tejado.",
    ),
    (
        "How did your regular visitors take it?",
        "¿Cómo se lo tomaron los visitantes habituales?",
    ),
    (
        "Uh, better than we had feared. Most of them simply moved to the branch in Harrow Lane.",
        "Mejor de lo que temíamos. La mayoría se fue sin más a la sucursal de Harrow Lane.",
    ),
    (
        "The branch is small, though, so we opened it on Sundays as well.",
        "La sucursal es pequeña, así que también la abrimos los domingos.",
    ),
    (
        "And that is where the first line of the budget comes from: two more people at weekends.",
        "De ahí sale la primera partida: dos personas más los fines de semana.",
    ),
    (
        "So the Sundays will stay?",
        "¿Entonces los domingos se quedan?",
    ),
    (
        "If the council agrees, yes. We have asked for three years, not for one.",
        "Si el ayuntamiento está de acuerdo, sí. Hemos pedido tres años, no uno.",
    ),
    (
        "The second line is the archive. We have, um, about forty thousand photographs.",
        "La segunda partida es el archivo. Tenemos unas cuarenta mil fotografías de la ciudad.",
    ),
    (
        "A third of them has been scanned, the rest lies in boxes nobody should open too often.",
        "Un tercio está escaneado; el resto sigue en cajas que nadie debería abrir a menudo.",
    ),
    (
        "Mrs Achterberg has been looking after them since nineteen ninety-one.",
        "La señora Achterberg cuida de ellas desde mil novecientos noventa y uno.",
    ),
    (
        "What would it take to finish the work?",
        "¿Qué haría falta para terminar el trabajo?",
    ),
    (
        "One good scanner, one person, and about eighteen months.",
        "Un buen escáner, una persona y unos dieciocho meses.",
    ),
    (
        "We tried it with volunteers, and they were wonderful, but it is careful work.",
        "Lo intentamos con voluntarios y fueron estupendos, pero es un trabajo delicado.",
    ),
    (
        "Every print has to be named, dated, and put back exactly where it was.",
        "Cada copia hay que nombrarla, fecharla y devolverla exactamente a su sitio.",
    ),
    (
        "And the recordings? You mentioned tapes when we spoke on the telephone.",
        "¿Y las grabaciones? Por teléfono mencionó usted unas cintas.",
    ),
    (
        "Oh, the tapes! Er, six hundred hours of people telling how they lived here.",
        "¡Ah, las cintas! Seiscientas horas de gente que cuenta cómo vivía aquí.",
    ),
    (
        "Most were made in the seventies, on machines that no longer exist.",
        "La mayoría se hizo en los setenta, con aparatos que ya no existen.",
    ),
    (
        "They have been copied, so nothing will be lost any more.",
        "Ya están copiadas, así que no se perderá nada más.",
    ),
    (
        "But until last spring nobody could search them, you had to sit down and listen.",
        "Pero hasta la primavera pasada nadie podía buscar en ellas; había que sentarse a oír.",
    ),
    (
        "Now we let the computer write them down first, and a person corrects what it got wrong.",
        "Ahora primero las escribe el ordenador, y una persona corrige lo que está mal.",
    ),
    (
        "Names of streets are the worst. Saint Oswald's Wynd became something quite different.",
        "Lo peor son los nombres de calles. Saint Oswald's Wynd se convirtió en otra cosa.",
    ),
    (
        "Does anything leave the building?",
        "¿Sale algo del edificio?",
    ),
    (
        "No. That was the condition, because some of the speakers' families still live around the"
        " corner, and they were promised that it stays with us.",
        "No. Esa era la condición, porque las familias de algunos siguen viviendo a la vuelta de la"
        " esquina, y se les prometió que todo se queda aquí.",
    ),
    (
        "So that line of the budget is, hmm, almost nothing: one computer.",
        "Así que esa partida es casi nada: un ordenador.",
    ),
    (
        "And the third line?",
        "¿Y la tercera partida?",
    ),
    (
        "The third line is books. People tend to forget them when they hear library budget.",
        "La tercera son los libros. La gente los olvida cuando oye presupuesto de biblioteca.",
    ),
    (
        "Paper has become a fifth more expensive within two years.",
        "El papel se ha encarecido una quinta parte en dos años.",
    ),
    (
        "We do not want to buy fewer children's books, that is the one thing we agreed on at once.",
        "No queremos comprar menos libros infantiles; en eso estuvimos de acuerdo enseguida.",
    ),
    (
        "When will you know?",
        "¿Cuándo lo sabrán?",
    ),
    (
        "The committee meets on the fourteenth, the council a week later.",
        "La comisión se reúne el catorce, y el pleno una semana después.",
    ),
    (
        "I would be surprised by a no, and, uh, just as surprised by a plain yes.",
        "Me sorprendería que dijeran que no, y también un sí sin más.",
    ),
    (
        "Then we will talk again at the end of the month.",
        "Entonces volveremos a hablar a finales de mes.",
    ),
    (
        "With pleasure. Thank you.",
        "Con mucho gusto. Gracias.",
    ),
)
"""English as recognised, and its Spanish translation."""

DOUBTFUL = {"budget", "Harrow", "Achterberg", "Oswald's", "Wynd"}
"""Words of it that were hard to hear."""

MUMBLED = "So that line of the budget is, hmm, almost nothing: one computer."
"""A line of it that was hard to hear as a whole."""

EDITED = (12, "Mrs Achterberg has looked after them since nineteen ninety-one, all by herself.")
"""A line that a person corrected after it had been translated."""

MEETING = (
    "Good morning, everybody. Two items today, and then we are free.",
    "The first is the budget for the new shelves, which arrived on Friday.",
    "They are four centimetres too wide for the corridor.",
    "So either the corridor or the budget has to give way.",
    "The second item is the summer party.",
)

LECTURE = (
    "Last week we stopped at the question of what a map leaves out.",
    "Every map is a choice, and the choice is usually made long before anyone draws a line.",
    "Look at the coast on the left: it is the same coast, measured with a shorter ruler.",
    "The shorter the ruler, the longer the coast becomes, and there is no end to that.",
    "So when somebody asks how long it is, the honest answer is another question.",
    "What do you want to know it for?",
    "A sailor, a tax collector and a bird would each need a number of their own.",
    "Please keep that in mind when we come to the census in the second half.",
)

ARABIC = (
    "صباح الخير، وأهلاً بكم في الحلقة الجديدة من برنامجنا.",
    "نتحدث اليوم عن ميزانية المكتبة العامة للسنة القادمة.",
    "بقيت قاعة القراءة مغلقة أحد عشر أسبوعاً بسبب إصلاح السقف.",
    "ومع ذلك استمر الزوار في القدوم إلى الفرع الصغير في شارع Harrow Lane.",
    "لدينا نحو 40 ألف صورة قديمة للمدينة، ولم يُنسخ منها سوى الثلث.",
    "هل تخرج التسجيلات من المبنى؟",
    "لا، كل شيء يبقى هنا على هذا الحاسوب.",
    "شكراً جزيلاً لكم، وإلى اللقاء.",
)

JAPANESE = (
    "おはようございます。本日はお越しいただきありがとうございます。",
    "来年度の図書館の予算についてお話を伺いたいと思います。",
    "まず閲覧室ですが、屋根の修理のために十一週間閉まっていました。",
    "写真はおよそ四万枚あり、そのうち三分の一がスキャン済みです。",
    "録音は建物の外には出ません。",
    "ありがとうございました。",
)

GERMAN = (
    "Herzlich willkommen zur Sitzung des Verwaltungsausschusses.",
    "Wir beginnen mit der Tagesordnung, dann folgt der Haushaltsentwurf.",
    "Zur Geschwindigkeitsbegrenzung in der Bahnhofstraße liegen drei Anträge vor.",
)
