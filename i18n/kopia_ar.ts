<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Kopia Desktop</source>
        <translation>حول Kopia Desktop</translation>
    </message>
    <message>
        <source>Version {version}, with Qt {qt}</source>
        <translation>الإصدار ⁨{version}⁩، مع ⁨Qt {qt}⁩</translation>
    </message>
    <message>
        <source>Licences…</source>
        <translation>التراخيص…</translation>
    </message>
    <message>
        <source>Turns recordings into transcripts on this computer, to read, correct, translate and export. No network is needed, and nothing leaves the computer.</source>
        <translation>يحوّل التسجيلات إلى نصوص على هذا الكمبيوتر لقراءتها وتصحيحها وترجمتها وتصديرها. لا حاجة إلى شبكة، ولا يغادر الكمبيوتر أي شيء.</translation>
    </message>
    <message>
        <source>Where recognition runs shows when the first recording is worked on.</source>
        <translation>يظهر مكان تشغيل التعرّف عند العمل على أول تسجيل.</translation>
    </message>
    <message>
        <source>Recognition runs on the graphics card.</source>
        <translation>يعمل التعرّف على بطاقة الرسومات.</translation>
    </message>
    <message>
        <source>Recognition runs on the processor.</source>
        <translation>يعمل التعرّف على المعالج.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;ملف</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;تحرير</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;عرض</translation>
    </message>
    <message>
        <source>&amp;Job</source>
        <translation>الم&amp;همة</translation>
    </message>
    <message>
        <source>&amp;Transcript</source>
        <translation>الت&amp;فريغ</translation>
    </message>
    <message>
        <source>&amp;Player</source>
        <translation>الم&amp;شغّل</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>م&amp;ساعدة</translation>
    </message>
    <message>
        <source>&amp;Open files…</source>
        <translation>&amp;فتح ملفات…</translation>
    </message>
    <message>
        <source>Open &amp;folder…</source>
        <translation>فتح م&amp;جلد…</translation>
    </message>
    <message>
        <source>&amp;Paste files or links</source>
        <translation>&amp;لصق ملفات أو روابط</translation>
    </message>
    <message>
        <source>&amp;Try the sample</source>
        <translation>تجربة ال&amp;عينة</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;تصدير…</translation>
    </message>
    <message>
        <source>&amp;Show file in folder</source>
        <translation>إظهار الملف في ال&amp;مجلد</translation>
    </message>
    <message>
        <source>Cop&amp;y as text</source>
        <translation>&amp;نسخ كنص</translation>
    </message>
    <message>
        <source>&amp;Vocabulary…</source>
        <translation>المف&amp;ردات…</translation>
    </message>
    <message>
        <source>Sett&amp;ings…</source>
        <translation>الإعدا&amp;دات…</translation>
    </message>
    <message>
        <source>&amp;Close window</source>
        <translation>إ&amp;غلاق النافذة</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>إن&amp;هاء</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;تراجع</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>إ&amp;عادة</translation>
    </message>
    <message>
        <source>&amp;Copy lines</source>
        <translation>&amp;نسخ الأسطر</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>ب&amp;حث…</translation>
    </message>
    <message>
        <source>R&amp;eplace…</source>
        <translation>ا&amp;ستبدال…</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>بحث عن ال&amp;لاحق</translation>
    </message>
    <message>
        <source>Find &amp;previous</source>
        <translation>بحث عن السا&amp;بق</translation>
    </message>
    <message>
        <source>&amp;Search all transcripts</source>
        <translation>البحث في &amp;كل التفريغات</translation>
    </message>
    <message>
        <source>&amp;All commands…</source>
        <translation>&amp;كل الأوامر…</translation>
    </message>
    <message>
        <source>Go to the &amp;jobs</source>
        <translation>الانتقال إلى ال&amp;مهام</translation>
    </message>
    <message>
        <source>Go to the &amp;transcript</source>
        <translation>الانتقال إلى الت&amp;فريغ</translation>
    </message>
    <message>
        <source>Go to the &amp;player</source>
        <translation>الانتقال إلى الم&amp;شغّل</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>نص أك&amp;بر</translation>
    </message>
    <message>
        <source>&amp;Smaller text</source>
        <translation>نص أ&amp;صغر</translation>
    </message>
    <message>
        <source>&amp;Normal text size</source>
        <translation>حجم النص ال&amp;عادي</translation>
    </message>
    <message>
        <source>Filler words s&amp;hown</source>
        <translation>إ&amp;ظهار كلمات الحشو</translation>
    </message>
    <message>
        <source>Filler words str&amp;uck</source>
        <translation>ش&amp;طب كلمات الحشو</translation>
    </message>
    <message>
        <source>Filler words h&amp;idden</source>
        <translation>إ&amp;خفاء كلمات الحشو</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>م&amp;لء الشاشة</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>إيقاف &amp;مؤقت</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>م&amp;تابعة</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>إي&amp;قاف</translation>
    </message>
    <message>
        <source>&amp;Run again</source>
        <translation>ت&amp;شغيل من جديد</translation>
    </message>
    <message>
        <source>&amp;Locate file…</source>
        <translation>ت&amp;حديد مكان الملف…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>ح&amp;ذف</translation>
    </message>
    <message>
        <source>&amp;Edit line</source>
        <translation>ت&amp;حرير السطر</translation>
    </message>
    <message>
        <source>&amp;Split at the cursor</source>
        <translation>ت&amp;قسيم عند المؤشر</translation>
    </message>
    <message>
        <source>&amp;Join with the line above</source>
        <translation>&amp;دمج مع السطر أعلاه</translation>
    </message>
    <message>
        <source>Join with the line &amp;below</source>
        <translation>دمج مع السطر أ&amp;سفله</translation>
    </message>
    <message>
        <source>&amp;Delete line</source>
        <translation>ح&amp;ذف السطر</translation>
    </message>
    <message>
        <source>Back to what was &amp;recognised</source>
        <translation>العودة إلى ما تم الت&amp;عرّف عليه</translation>
    </message>
    <message>
        <source>&amp;Next doubtful passage</source>
        <translation>الموضع المشكوك فيه ال&amp;تالي</translation>
    </message>
    <message>
        <source>&amp;Previous doubtful passage</source>
        <translation>الموضع المشكوك فيه السا&amp;بق</translation>
    </message>
    <message>
        <source>&amp;Translate…</source>
        <translation>ت&amp;رجمة…</translation>
    </message>
    <message>
        <source>Translate &amp;changed lines again</source>
        <translation>إعادة ترجمة الأسطر المت&amp;غيّرة</translation>
    </message>
    <message>
        <source>&amp;Vocabulary of this transcript…</source>
        <translation>م&amp;فردات هذا التفريغ…</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>ت&amp;شغيل أو إيقاف مؤقت</translation>
    </message>
    <message>
        <source>5 seconds &amp;back</source>
        <translation>5 ثوانٍ إلى ال&amp;خلف</translation>
    </message>
    <message>
        <source>5 seconds &amp;on</source>
        <translation>5 ثوانٍ إلى الأ&amp;مام</translation>
    </message>
    <message>
        <source>Pre&amp;vious line</source>
        <translation>السطر السا&amp;بق</translation>
    </message>
    <message>
        <source>&amp;Next line</source>
        <translation>السطر ال&amp;تالي</translation>
    </message>
    <message>
        <source>&amp;Slower</source>
        <translation>أب&amp;طأ</translation>
    </message>
    <message>
        <source>&amp;Faster</source>
        <translation>أ&amp;سرع</translation>
    </message>
    <message>
        <source>&amp;Loop the line</source>
        <translation>ت&amp;كرار السطر</translation>
    </message>
    <message>
        <source>Follo&amp;w the text</source>
        <translation>متابعة ال&amp;نص</translation>
    </message>
    <message>
        <source>P&amp;icture</source>
        <translation>الصو&amp;رة</translation>
    </message>
    <message>
        <source>&amp;Mute</source>
        <translation>كتم ال&amp;صوت</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>ا&amp;ختصارات لوحة المفاتيح</translation>
    </message>
    <message>
        <source>&amp;Log…</source>
        <translation>الس&amp;جل…</translation>
    </message>
    <message>
        <source>&amp;Copy report</source>
        <translation>&amp;نسخ التقرير</translation>
    </message>
    <message>
        <source>L&amp;icences…</source>
        <translation>ال&amp;تراخيص…</translation>
    </message>
    <message>
        <source>&amp;About Kopia Desktop</source>
        <translation>&amp;حول Kopia Desktop</translation>
    </message>
</context>
<context>
    <name>AddFlow</name>
    <message>
        <source>Add recordings</source>
        <translation>إضافة تسجيلات</translation>
    </message>
    <message>
        <source>Recordings ({endings})</source>
        <translation>التسجيلات ({endings})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>كل الملفات (*)</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>إضافة مجلد</translation>
    </message>
</context>
<context>
    <name>AddedNotice</name>
    <message>
        <source>Transcribe again</source>
        <translation>تفريغ من جديد</translation>
    </message>
    <message>
        <source>Details…</source>
        <translation>التفاصيل…</translation>
    </message>
    <message>
        <source>Stop adding</source>
        <translation>إيقاف الإضافة</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>تجاهل</translation>
    </message>
    <message numerus="yes">
        <source>Looking through folders: %n recording(s) so far</source>
        <translation>
            <numerusform>جارٍ البحث في المجلدات: لا تسجيلات حتى الآن</numerusform>
            <numerusform>جارٍ البحث في المجلدات: تسجيل واحد حتى الآن</numerusform>
            <numerusform>جارٍ البحث في المجلدات: تسجيلان حتى الآن</numerusform>
            <numerusform>جارٍ البحث في المجلدات: %n تسجيلات حتى الآن</numerusform>
            <numerusform>جارٍ البحث في المجلدات: %n تسجيلًا حتى الآن</numerusform>
            <numerusform>جارٍ البحث في المجلدات: %n تسجيل حتى الآن</numerusform>
        </translation>
    </message>
    <message>
        <source>Adding {done} of {total}: {name}</source>
        <translation>جارٍ إضافة {done} من {total}: ⁨{name}⁩</translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>لم يُضف شيء</numerusform>
            <numerusform>أُضيف تسجيل واحد</numerusform>
            <numerusform>أُضيف تسجيلان</numerusform>
            <numerusform>أُضيفت %n تسجيلات</numerusform>
            <numerusform>أُضيف %n تسجيلًا</numerusform>
            <numerusform>أُضيف %n تسجيل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n going on where it stopped</source>
        <translation>
            <numerusform>لا شيء يُستأنف</numerusform>
            <numerusform>يُستأنف تسجيل واحد من حيث توقف</numerusform>
            <numerusform>يُستأنف تسجيلان من حيث توقفا</numerusform>
            <numerusform>تُستأنف %n تسجيلات من حيث توقفت</numerusform>
            <numerusform>يُستأنف %n تسجيلًا من حيث توقف</numerusform>
            <numerusform>يُستأنف %n تسجيل من حيث توقف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already in the list</source>
        <translation>
            <numerusform>لا شيء موجود مسبقًا في القائمة</numerusform>
            <numerusform>تسجيل واحد موجود مسبقًا في القائمة</numerusform>
            <numerusform>تسجيلان موجودان مسبقًا في القائمة</numerusform>
            <numerusform>%n تسجيلات موجودة مسبقًا في القائمة</numerusform>
            <numerusform>%n تسجيلًا موجودًا مسبقًا في القائمة</numerusform>
            <numerusform>%n تسجيل موجود مسبقًا في القائمة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not taken</source>
        <translation>
            <numerusform>لم يُرفض شيء</numerusform>
            <numerusform>رُفض ملف واحد</numerusform>
            <numerusform>رُفض ملفان</numerusform>
            <numerusform>رُفضت %n ملفات</numerusform>
            <numerusform>رُفض %n ملفًا</numerusform>
            <numerusform>رُفض %n ملف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other file(s) left out</source>
        <translation>
            <numerusform>لم يُستبعد أي ملف آخر</numerusform>
            <numerusform>استُبعد ملف آخر واحد</numerusform>
            <numerusform>استُبعد ملفان آخران</numerusform>
            <numerusform>استُبعدت %n ملفات أخرى</numerusform>
            <numerusform>استُبعد %n ملفًا آخر</numerusform>
            <numerusform>استُبعد %n ملف آخر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not looked at</source>
        <translation>
            <numerusform>فُحص كل شيء</numerusform>
            <numerusform>لم يُفحص ملف واحد</numerusform>
            <numerusform>لم يُفحص ملفان</numerusform>
            <numerusform>لم تُفحص %n ملفات</numerusform>
            <numerusform>لم يُفحص %n ملفًا</numerusform>
            <numerusform>لم يُفحص %n ملف</numerusform>
        </translation>
    </message>
    <message>
        <source>Adding was stopped: {what}</source>
        <translation>أُوقفت الإضافة: {what}</translation>
    </message>
    <message>
        <source>none added</source>
        <translation>لم يُضف شيء</translation>
    </message>
    <message>
        <source>There is no file and no link in it.</source>
        <translation>لا يحتوي على ملف ولا رابط.</translation>
    </message>
</context>
<context>
    <name>ApiKeySection</name>
    <message>
        <source>Key of the API</source>
        <translation>مفتاح واجهة API</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>إظهار</translation>
    </message>
    <message>
        <source>Show the key</source>
        <translation>إظهار المفتاح</translation>
    </message>
    <message>
        <source>Copy the key</source>
        <translation>نسخ المفتاح</translation>
    </message>
    <message>
        <source>New key…</source>
        <translation>مفتاح جديد…</translation>
    </message>
    <message>
        <source>A line for curl</source>
        <translation>سطر لأداة curl</translation>
    </message>
    <message>
        <source>Copy the line for curl, with the key</source>
        <translation>نسخ سطر curl مع المفتاح</translation>
    </message>
    <message>
        <source>Programs that use the old key are refused from then on.</source>
        <translation>ستُرفض بعد ذلك البرامج التي تستخدم المفتاح القديم.</translation>
    </message>
    <message>
        <source>Make a new key</source>
        <translation>إنشاء مفتاح جديد</translation>
    </message>
    <message>
        <source>Keep this one</source>
        <translation>الاحتفاظ بهذا</translation>
    </message>
    <message>
        <source>Whoever has it can read and delete your jobs through the API.</source>
        <translation>من يملكه يستطيع قراءة مهامك وحذفها عبر واجهة API.</translation>
    </message>
    <message>
        <source>Try it in a terminal:</source>
        <translation>جرّبه في الطرفية:</translation>
    </message>
    <message>
        <source>When the API is served</source>
        <translation>عند تشغيل واجهة API</translation>
    </message>
    <message>
        <source>KOPIA_API_KEY gave this key; start the program with another one.</source>
        <translation>هذا المفتاح من KOPIA_API_KEY؛ لتغييره شغّل البرنامج بمفتاح آخر.</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>إخفاء</translation>
    </message>
</context>
<context>
    <name>ApiPage</name>
    <message>
        <source>Address of the API</source>
        <translation>عنوان واجهة API</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>نسخ العنوان</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Take a free port</source>
        <translation>استخدام منفذ متاح</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>Programs of this computer reach it at:</source>
        <translation>تصل إليها برامج هذا الكمبيوتر على العنوان:</translation>
    </message>
    <message>
        <source>The API is not served now.</source>
        <translation>واجهة API لا تعمل الآن.</translation>
    </message>
    <message>
        <source>The API is off. Nothing listens.</source>
        <translation>واجهة API متوقفة. لا شيء يستقبل الاتصالات.</translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>Good morning, and thank you for coming. Let us talk about next year.</source>
        <translation>صباح الخير، وشكرًا لحضوركم. لنتحدث عن العام المقبل.</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>Open the data folder</source>
        <translation>فتح مجلد البيانات</translation>
    </message>
    <message>
        <source>Something went wrong; your work is saved. Help, Copy report tells us.</source>
        <translation>حدث خطأ ما، لكن عملك محفوظ. أخبرنا به عبر «مساعدة» ثم «نسخ التقرير».</translation>
    </message>
</context>
<context>
    <name>ClosingQuestion</name>
    <message numerus="yes">
        <source>%n recording(s) still being transcribed.</source>
        <translation>
            <numerusform>لا تسجيلات قيد التفريغ.</numerusform>
            <numerusform>لا يزال تسجيل واحد قيد التفريغ.</numerusform>
            <numerusform>لا يزال تسجيلان قيد التفريغ.</numerusform>
            <numerusform>لا تزال %n تسجيلات قيد التفريغ.</numerusform>
            <numerusform>لا يزال %n تسجيلًا قيد التفريغ.</numerusform>
            <numerusform>لا يزال %n تسجيل قيد التفريغ.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is lost: what is left goes on when you start the program again.</source>
        <translation>لن يضيع شيء: سيُستكمل ما تبقى عند تشغيل البرنامج من جديد.</translation>
    </message>
    <message>
        <source>Quit, go on next time</source>
        <translation>إنهاء والمتابعة لاحقًا</translation>
    </message>
    <message>
        <source>Close the window, keep working</source>
        <translation>إغلاق النافذة ومواصلة العمل</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>All commands</source>
        <translation>كل الأوامر</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>ماذا تريد أن تفعل؟</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>البحث عن أمر</translation>
    </message>
    <message>
        <source>No command of that name.</source>
        <translation>لا يوجد أمر بهذا الاسم.</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>الأوامر</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>تم النسخ</translation>
    </message>
</context>
<context>
    <name>Corrections</name>
    <message>
        <source>A line needs words. Delete it instead.</source>
        <translation>لا بد للسطر من كلمات. احذفه بدلًا من ذلك.</translation>
    </message>
    <message>
        <source>A line must end after its start.</source>
        <translation>يجب أن تأتي نهاية السطر بعد بدايته.</translation>
    </message>
    <message>
        <source>A line can only be split between two words. Put the cursor there.</source>
        <translation>لا يمكن تقسيم السطر إلا بين كلمتين. ضع المؤشر هناك.</translation>
    </message>
    <message>
        <source>This line was changed in another way since, so it cannot be undone. Change it by hand.</source>
        <translation>تغيّر هذا السطر بطريقة أخرى منذ ذلك الحين، لذا لا يمكن التراجع. عدّله يدويًا.</translation>
    </message>
    <message>
        <source>This line was changed in another way since, so it cannot be redone. Change it by hand.</source>
        <translation>تغيّر هذا السطر بطريقة أخرى منذ ذلك الحين، لذا لا يمكن الإعادة. عدّله يدويًا.</translation>
    </message>
</context>
<context>
    <name>CueSection</name>
    <message>
        <source>Rules for subtitles</source>
        <translation>قواعد الترجمات المصاحبة</translation>
    </message>
    <message>
        <source>As in the settings</source>
        <translation>كما في الإعدادات</translation>
    </message>
</context>
<context>
    <name>Devices</name>
    <message>
        <source>chosen in the settings</source>
        <translation>حُدّد في الإعدادات</translation>
    </message>
    <message>
        <source>no NVIDIA driver found</source>
        <translation>لم يُعثر على برنامج تشغيل NVIDIA</translation>
    </message>
    <message>
        <source>CUDA works</source>
        <translation>‏CUDA يعمل</translation>
    </message>
</context>
<context>
    <name>Doors</name>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation>
            <numerusform>لم يُكتب أي ملف.</numerusform>
            <numerusform>كُتب ملف واحد.</numerusform>
            <numerusform>كُتب ملفان.</numerusform>
            <numerusform>كُتبت %n ملفات.</numerusform>
            <numerusform>كُتب %n ملفًا.</numerusform>
            <numerusform>كُتب %n ملف.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>فتح المجلد</translation>
    </message>
    <message>
        <source>The report is in the clipboard.</source>
        <translation>التقرير في الحافظة.</translation>
    </message>
    <message>
        <source>Being translated now: {languages}</source>
        <translation>تُترجم الآن: {languages}</translation>
    </message>
    <message>
        <source>{model} is ready; new recordings use it.</source>
        <translation>النموذج ⁨{model}⁩ جاهز؛ ستستخدمه التسجيلات الجديدة.</translation>
    </message>
    <message>
        <source>Where is the recording?</source>
        <translation>أين التسجيل؟</translation>
    </message>
    <message>
        <source>{name} is not the file this transcript was made from. Play it with this transcript all the same?</source>
        <translation>الملف ⁨{name}⁩ ليس الملف الذي أُنشئ منه هذا التفريغ. هل تريد تشغيله مع هذا التفريغ رغم ذلك؟</translation>
    </message>
</context>
<context>
    <name>Downloads</name>
    <message>
        <source>Speech model {name}</source>
        <translation>نموذج الكلام ⁨{name}⁩</translation>
    </message>
    <message>
        <source>Translation model {name}</source>
        <translation>نموذج الترجمة ⁨{name}⁩</translation>
    </message>
    <message>
        <source>{source} to {target}</source>
        <translation>من {source} إلى {target}</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>متوقف مؤقتًا</translation>
    </message>
    <message>
        <source>waits for its turn</source>
        <translation>ينتظر دوره</translation>
    </message>
    <message>
        <source>asking the server</source>
        <translation>جارٍ سؤال الخادم</translation>
    </message>
    <message>
        <source>{size}/s</source>
        <translation>⁨{size}⁩/ث</translation>
    </message>
    <message>
        <source>checking and installing</source>
        <translation>جارٍ الفحص والتثبيت</translation>
    </message>
    <message>
        <source>{percent} of {size}</source>
        <translation>{percent} من ⁨{size}⁩</translation>
    </message>
</context>
<context>
    <name>DownloadsBar</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>لا غيره</numerusform>
            <numerusform>واحد آخر</numerusform>
            <numerusform>اثنان آخران</numerusform>
            <numerusform>%n غيره</numerusform>
            <numerusform>%n غيره</numerusform>
            <numerusform>%n غيره</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more download(s), show them</source>
        <translation>
            <numerusform>لا تنزيلات أخرى لعرضها</numerusform>
            <numerusform>عرض تنزيل آخر</numerusform>
            <numerusform>عرض تنزيلين آخرين</numerusform>
            <numerusform>عرض %n تنزيلات أخرى</numerusform>
            <numerusform>عرض %n تنزيلًا آخر</numerusform>
            <numerusform>عرض %n تنزيل آخر</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>التخلي عنه</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>استئناف</translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message>
        <source>Drop target for recordings</source>
        <translation>منطقة إفلات التسجيلات</translation>
    </message>
    <message>
        <source>This cannot be transcribed</source>
        <translation>لا يمكن تفريغ هذا</translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) will be transcribed</source>
        <translation>
            <numerusform>لن يُفرَّغ أي تسجيل</numerusform>
            <numerusform>سيُفرَّغ تسجيل واحد</numerusform>
            <numerusform>سيُفرَّغ تسجيلان</numerusform>
            <numerusform>ستُفرَّغ %n تسجيلات</numerusform>
            <numerusform>سيُفرَّغ %n تسجيلًا</numerusform>
            <numerusform>سيُفرَّغ %n تسجيل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) will be fetched and transcribed</source>
        <translation>
            <numerusform>لن يُجلب أي رابط</numerusform>
            <numerusform>سيُجلب رابط واحد ويُفرَّغ</numerusform>
            <numerusform>سيُجلب رابطان ويُفرَّغان</numerusform>
            <numerusform>ستُجلب %n روابط وتُفرَّغ</numerusform>
            <numerusform>سيُجلب %n رابطًا ويُفرَّغ</numerusform>
            <numerusform>سيُجلب %n رابط ويُفرَّغ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s) or other file(s): the recordings in them will be transcribed</source>
        <translation>
            <numerusform>لا مجلدات ولا ملفات أخرى</numerusform>
            <numerusform>مجلد أو ملف آخر واحد: ستُفرَّغ التسجيلات الموجودة فيه</numerusform>
            <numerusform>مجلدان أو ملفان آخران: ستُفرَّغ التسجيلات الموجودة فيهما</numerusform>
            <numerusform>%n مجلدات أو ملفات أخرى: ستُفرَّغ التسجيلات الموجودة فيها</numerusform>
            <numerusform>%n مجلدًا أو ملفًا آخر: ستُفرَّغ التسجيلات الموجودة فيها</numerusform>
            <numerusform>%n مجلد أو ملف آخر: ستُفرَّغ التسجيلات الموجودة فيها</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) do not look like audio or video</source>
        <translation>
            <numerusform>كل الملفات تبدو صوتًا أو فيديو</numerusform>
            <numerusform>ملف واحد لا يبدو صوتًا ولا فيديو</numerusform>
            <numerusform>ملفان لا يبدوان صوتًا ولا فيديو</numerusform>
            <numerusform>%n ملفات لا تبدو صوتًا ولا فيديو</numerusform>
            <numerusform>%n ملفًا لا يبدو صوتًا ولا فيديو</numerusform>
            <numerusform>%n ملف لا يبدو صوتًا ولا فيديو</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) cannot be fetched: only public https links can</source>
        <translation>
            <numerusform>يمكن جلب كل الروابط</numerusform>
            <numerusform>رابط واحد لا يمكن جلبه: لا تُجلب إلا روابط https العامة</numerusform>
            <numerusform>رابطان لا يمكن جلبهما: لا تُجلب إلا روابط https العامة</numerusform>
            <numerusform>%n روابط لا يمكن جلبها: لا تُجلب إلا روابط https العامة</numerusform>
            <numerusform>%n رابطًا لا يمكن جلبها: لا تُجلب إلا روابط https العامة</numerusform>
            <numerusform>%n رابط لا يمكن جلبها: لا تُجلب إلا روابط https العامة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DropTarget</name>
    <message>
        <source>Drop recordings here</source>
        <translation>أفلت التسجيلات هنا</translation>
    </message>
    <message>
        <source>Audio or video files, folders, or https links</source>
        <translation>ملفات صوت أو فيديو أو مجلدات أو روابط https</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>فتح ملفات…</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>تجربة العينة</translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>Text of the line</source>
        <translation>نص السطر</translation>
    </message>
    <message>
        <source>Translated line</source>
        <translation>السطر المترجم</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Everything stays on this computer.</source>
        <translation>يبقى كل شيء على هذا الكمبيوتر.</translation>
    </message>
</context>
<context>
    <name>EmptyText</name>
    <message>
        <source>Choose a recording to read.</source>
        <translation>اختر تسجيلًا لقراءته.</translation>
    </message>
    <message>
        <source>Nobody speaks in this recording.</source>
        <translation>لا أحد يتكلم في هذا التسجيل.</translation>
    </message>
    <message>
        <source>If somebody does, try a larger speech model or another language.</source>
        <translation>إن كان فيه من يتكلم فجرّب نموذج كلام أكبر أو لغة أخرى.</translation>
    </message>
    <message>
        <source>There is no text yet.</source>
        <translation>لا يوجد نص بعد.</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>متوقف مؤقتًا.</translation>
    </message>
    <message>
        <source>Listening…</source>
        <translation>جارٍ الاستماع…</translation>
    </message>
    <message>
        <source>The recording is being fetched.</source>
        <translation>جارٍ جلب التسجيل.</translation>
    </message>
    <message>
        <source>Waiting for the recording.</source>
        <translation>في انتظار التسجيل.</translation>
    </message>
    <message>
        <source>Waiting for its turn.</source>
        <translation>في قائمة الانتظار.</translation>
    </message>
    <message>
        <source>Lines appear here as they are heard.</source>
        <translation>تظهر الأسطر هنا فور سماعها.</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>The recording is no longer where it was.</source>
        <translation>لم يعد التسجيل في مكانه.</translation>
    </message>
    <message>
        <source>Locate the file, or put it back.</source>
        <translation>حدّد مكان الملف أو أعده إلى موضعه.</translation>
    </message>
    <message>
        <source>This is a folder, not a recording.</source>
        <translation>هذا مجلد وليس تسجيلًا.</translation>
    </message>
    <message>
        <source>Add the files inside it.</source>
        <translation>أضف الملفات الموجودة فيه.</translation>
    </message>
    <message>
        <source>The recording cannot be opened.</source>
        <translation>لا يمكن فتح التسجيل.</translation>
    </message>
    <message>
        <source>Check that you may read it and that its drive is connected.</source>
        <translation>تأكد من أن لديك إذن قراءته ومن أن قرصه متصل.</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>الملف فارغ.</translation>
    </message>
    <message>
        <source>Copy or record it again.</source>
        <translation>انسخه أو سجّله من جديد.</translation>
    </message>
    <message>
        <source>The file is not the one this job began with.</source>
        <translation>ليس هذا الملف الذي بدأت به هذه المهمة.</translation>
    </message>
    <message>
        <source>Put the first file back, or add this one as a new job.</source>
        <translation>أعد الملف الأول أو أضف هذا كمهمة جديدة.</translation>
    </message>
    <message>
        <source>This is not an audio or video file.</source>
        <translation>ليس هذا ملف صوت أو فيديو.</translation>
    </message>
    <message>
        <source>Add a recording; its name does not matter, its content does.</source>
        <translation>أضف تسجيلًا؛ المهم محتواه لا اسمه.</translation>
    </message>
    <message>
        <source>There is no sound in this file.</source>
        <translation>لا يوجد صوت في هذا الملف.</translation>
    </message>
    <message>
        <source>Choose a recording with an audio track.</source>
        <translation>اختر تسجيلًا فيه مسار صوتي.</translation>
    </message>
    <message>
        <source>Nothing in this file can be decoded.</source>
        <translation>لا يمكن فك ترميز أي شيء في هذا الملف.</translation>
    </message>
    <message>
        <source>Copy it again from where it was recorded.</source>
        <translation>انسخه من جديد من حيث سُجّل.</translation>
    </message>
    <message>
        <source>The recording is longer than the settings allow.</source>
        <translation>التسجيل أطول مما تسمح به الإعدادات.</translation>
    </message>
    <message>
        <source>Raise the limit under Settings, Transcription.</source>
        <translation>ارفع الحد من «الإعدادات» ثم «التفريغ».</translation>
    </message>
    <message>
        <source>The recording cannot be used.</source>
        <translation>لا يمكن استخدام التسجيل.</translation>
    </message>
    <message>
        <source>Try another file.</source>
        <translation>جرّب ملفًا آخر.</translation>
    </message>
    <message>
        <source>The speech model of this job is not installed.</source>
        <translation>نموذج الكلام لهذه المهمة غير مثبّت.</translation>
    </message>
    <message>
        <source>Files of the model are missing or damaged.</source>
        <translation>ملفات من النموذج مفقودة أو تالفة.</translation>
    </message>
    <message>
        <source>A model of that name is already there.</source>
        <translation>يوجد نموذج بهذا الاسم مسبقًا.</translation>
    </message>
    <message>
        <source>Remove it first, or add this one under another name.</source>
        <translation>أزله أولًا أو أضف هذا باسم آخر.</translation>
    </message>
    <message>
        <source>That cannot be done with this model.</source>
        <translation>لا يمكن فعل ذلك بهذا النموذج.</translation>
    </message>
    <message>
        <source>Check the name and the folder.</source>
        <translation>تحقق من الاسم والمجلد.</translation>
    </message>
    <message>
        <source>Your data was written by a newer version of the program.</source>
        <translation>بياناتك كتبها إصدار أحدث من البرنامج.</translation>
    </message>
    <message>
        <source>Update the program; nothing was touched.</source>
        <translation>حدّث البرنامج؛ لم يُمسّ شيء.</translation>
    </message>
    <message>
        <source>The database cannot be read.</source>
        <translation>لا يمكن قراءة قاعدة البيانات.</translation>
    </message>
    <message>
        <source>Restore the newest file of the backups folder.</source>
        <translation>استعد أحدث ملف من مجلد backups.</translation>
    </message>
    <message>
        <source>The database cannot be used just now.</source>
        <translation>لا يمكن استخدام قاعدة البيانات الآن.</translation>
    </message>
    <message>
        <source>Close other programs that use the data folder.</source>
        <translation>أغلق البرامج الأخرى التي تستخدم مجلد البيانات.</translation>
    </message>
    <message>
        <source>The folder cannot be written to.</source>
        <translation>لا يمكن الكتابة في المجلد.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>اختر مجلدًا آخر.</translation>
    </message>
    <message>
        <source>There is no export format of that name.</source>
        <translation>لا يوجد تنسيق تصدير بهذا الاسم.</translation>
    </message>
    <message>
        <source>Choose one of the list.</source>
        <translation>اختر من القائمة.</translation>
    </message>
    <message>
        <source>The export did not succeed.</source>
        <translation>لم ينجح التصدير.</translation>
    </message>
    <message>
        <source>Choose another folder or format.</source>
        <translation>اختر مجلدًا أو تنسيقًا آخر.</translation>
    </message>
    <message>
        <source>This job no longer exists.</source>
        <translation>لم تعد هذه المهمة موجودة.</translation>
    </message>
    <message>
        <source>It was deleted.</source>
        <translation>لقد حُذفت.</translation>
    </message>
    <message>
        <source>This line no longer exists.</source>
        <translation>لم يعد هذا السطر موجودًا.</translation>
    </message>
    <message>
        <source>It was deleted or joined with another.</source>
        <translation>حُذف أو دُمج مع سطر آخر.</translation>
    </message>
    <message>
        <source>This translation no longer exists.</source>
        <translation>لم تعد هذه الترجمة موجودة.</translation>
    </message>
    <message>
        <source>Ask for it again.</source>
        <translation>اطلبها من جديد.</translation>
    </message>
    <message>
        <source>The job has no webhook.</source>
        <translation>ليس للمهمة خطاف ويب (webhook).</translation>
    </message>
    <message>
        <source>Give one when the job is made.</source>
        <translation>حدّد واحدًا عند إنشاء المهمة.</translation>
    </message>
    <message>
        <source>That is not possible just now.</source>
        <translation>هذا غير ممكن الآن.</translation>
    </message>
    <message>
        <source>Look at the job&apos;s state and try again.</source>
        <translation>راجع حالة المهمة وحاول مجددًا.</translation>
    </message>
    <message>
        <source>There are too many unfinished jobs.</source>
        <translation>عدد المهام غير المكتملة أكبر من اللازم.</translation>
    </message>
    <message>
        <source>Wait until some are completed, or delete some.</source>
        <translation>انتظر حتى يكتمل بعضها أو احذف بعضها.</translation>
    </message>
    <message>
        <source>No installed translation model knows these two languages.</source>
        <translation>لا يعرف أي نموذج ترجمة مثبّت هاتين اللغتين.</translation>
    </message>
    <message>
        <source>Get it under Settings, Models, or choose another one in the options.</source>
        <translation>نزّله من «الإعدادات» ثم «النماذج»، أو اختر غيره من الخيارات.</translation>
    </message>
    <message>
        <source>Repair it under Settings, Models, or add it again.</source>
        <translation>أصلحه من «الإعدادات» ثم «النماذج»، أو أضفه من جديد.</translation>
    </message>
    <message>
        <source>Get one for this pair of languages under Settings, Models.</source>
        <translation>نزّل نموذجًا لهذا الزوج من اللغات من «الإعدادات» ثم «النماذج».</translation>
    </message>
    <message>
        <source>There is no such translation package.</source>
        <translation>لا توجد حزمة ترجمة كهذه.</translation>
    </message>
    <message>
        <source>Look again at the list of languages.</source>
        <translation>انظر مرة أخرى في قائمة اللغات.</translation>
    </message>
    <message>
        <source>This translation package is installed already.</source>
        <translation>حزمة الترجمة هذه مثبّتة بالفعل.</translation>
    </message>
    <message>
        <source>Remove it first if it is to be installed anew.</source>
        <translation>أزلها أولًا إن أردت تثبيتها من جديد.</translation>
    </message>
    <message>
        <source>This translation package is not removed from here.</source>
        <translation>لا تُزال حزمة الترجمة هذه من هنا.</translation>
    </message>
    <message>
        <source>It came with the program, or belongs to Argos Translate.</source>
        <translation>جاءت مع البرنامج أو تخص Argos Translate.</translation>
    </message>
    <message>
        <source>The translation package is damaged or is not safe to use.</source>
        <translation>حزمة الترجمة تالفة أو غير آمنة.</translation>
    </message>
    <message>
        <source>Get it again from where it came.</source>
        <translation>احصل عليها مرة أخرى من مصدرها.</translation>
    </message>
    <message>
        <source>The translation did not succeed.</source>
        <translation>لم تنجح الترجمة.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>حاول مجددًا.</translation>
    </message>
    <message>
        <source>The upload broke off.</source>
        <translation>انقطع الرفع.</translation>
    </message>
    <message>
        <source>Send it again.</source>
        <translation>أرسله من جديد.</translation>
    </message>
    <message>
        <source>The upload is larger than the settings allow.</source>
        <translation>الملف المرفوع أكبر مما تسمح به الإعدادات.</translation>
    </message>
    <message>
        <source>Raise the limit under Settings, API.</source>
        <translation>ارفع الحد من «الإعدادات» ثم «API».</translation>
    </message>
    <message>
        <source>The upload went on at the wrong place.</source>
        <translation>استُكمل الرفع من موضع خاطئ.</translation>
    </message>
    <message>
        <source>Ask for the offset and send from there.</source>
        <translation>استعلم عن موضع الإزاحة وأرسل من هناك.</translation>
    </message>
    <message>
        <source>The upload did not succeed.</source>
        <translation>لم ينجح الرفع.</translation>
    </message>
    <message>
        <source>Media is never fetched from this address.</source>
        <translation>لا تُجلب الوسائط أبدًا من هذا العنوان.</translation>
    </message>
    <message>
        <source>Use an https link to a public server.</source>
        <translation>استخدم رابط https لخادم عام.</translation>
    </message>
    <message>
        <source>The server did not give the recording.</source>
        <translation>لم يقدّم الخادم التسجيل.</translation>
    </message>
    <message>
        <source>Check the link in a browser, then run the job again.</source>
        <translation>تحقق من الرابط في متصفح ثم شغّل المهمة من جديد.</translation>
    </message>
    <message>
        <source>The network did not answer.</source>
        <translation>لم تستجب الشبكة.</translation>
    </message>
    <message>
        <source>Check the connection, then run the job again.</source>
        <translation>تحقق من الاتصال ثم شغّل المهمة من جديد.</translation>
    </message>
    <message>
        <source>The model could not be brought here.</source>
        <translation>تعذّر جلب النموذج.</translation>
    </message>
    <message>
        <source>Try again; what has arrived already is kept.</source>
        <translation>أعد المحاولة؛ ما وصل محفوظ.</translation>
    </message>
    <message>
        <source>This download no longer exists.</source>
        <translation>لم يعد هذا التنزيل موجودًا.</translation>
    </message>
    <message>
        <source>It has ended or was given up.</source>
        <translation>انتهى أو أُلغي.</translation>
    </message>
    <message>
        <source>The server does not give this model.</source>
        <translation>لا يعطي الخادم هذا النموذج.</translation>
    </message>
    <message>
        <source>Try again later, name a mirror in KOPIA_MODEL_ENDPOINT, or add the model&apos;s folder.</source>
        <translation>أعد المحاولة لاحقًا، أو سمِّ خادمًا مرآة في KOPIA_MODEL_ENDPOINT، أو أضف مجلد النموذج.</translation>
    </message>
    <message>
        <source>The server does not have this model.</source>
        <translation>ليس لدى الخادم هذا النموذج.</translation>
    </message>
    <message>
        <source>Choose another model, or add the model&apos;s folder.</source>
        <translation>اختر نموذجًا آخر أو أضف مجلد النموذج.</translation>
    </message>
    <message>
        <source>There is no connection to the server.</source>
        <translation>لا اتصال بالخادم.</translation>
    </message>
    <message>
        <source>Check the connection and try again; it goes on where it was. Without one, add a model from a folder.</source>
        <translation>تحقق من الاتصال وأعد المحاولة؛ يستمر التنزيل من حيث توقف. ومن دون اتصال أضف نموذجًا من مجلد.</translation>
    </message>
    <message>
        <source>What arrived is not what was promised.</source>
        <translation>ما وصل ليس ما وُعد به.</translation>
    </message>
    <message>
        <source>Nothing of it is used. Try again, or use another connection.</source>
        <translation>لن يُستخدم شيء منه. أعد المحاولة أو استخدم اتصالًا آخر.</translation>
    </message>
    <message>
        <source>The package is no longer the one that came first.</source>
        <translation>لم تعد الحزمة هي التي جاءت أول مرة.</translation>
    </message>
    <message>
        <source>Nothing of it is used. Install it from a file whose origin you trust.</source>
        <translation>لن يُستخدم شيء منها. ثبّتها من ملف تثق بمصدره.</translation>
    </message>
    <message>
        <source>Another program uses the API&apos;s port.</source>
        <translation>يستخدم برنامج آخر منفذ واجهة API.</translation>
    </message>
    <message>
        <source>Choose another port under Settings, API.</source>
        <translation>اختر منفذًا آخر من «الإعدادات» ثم «API».</translation>
    </message>
    <message>
        <source>The API listens on this computer only.</source>
        <translation>لا تعمل واجهة API إلا على هذا الكمبيوتر.</translation>
    </message>
    <message>
        <source>Use 127.0.0.1.</source>
        <translation>استخدم 127.0.0.1.</translation>
    </message>
    <message>
        <source>The API key or its file cannot be used.</source>
        <translation>لا يمكن استخدام مفتاح API أو ملفه.</translation>
    </message>
    <message>
        <source>Make a new key under Settings, API.</source>
        <translation>أنشئ مفتاحًا جديدًا من «الإعدادات» ثم «API».</translation>
    </message>
    <message>
        <source>The API cannot be served.</source>
        <translation>لا يمكن تشغيل واجهة API.</translation>
    </message>
    <message>
        <source>Look at Settings, API.</source>
        <translation>راجع «الإعدادات» ثم «API».</translation>
    </message>
    <message>
        <source>Recognition ended twice at the same place.</source>
        <translation>توقف التعرّف مرتين في الموضع نفسه.</translation>
    </message>
    <message>
        <source>Everything before it is kept. Run the job again, or report it.</source>
        <translation>كل ما قبله محفوظ. شغّل المهمة من جديد أو أبلغ عن المشكلة.</translation>
    </message>
    <message>
        <source>There is not enough memory for this model.</source>
        <translation>لا توجد ذاكرة كافية لهذا النموذج.</translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller model.</source>
        <translation>أغلق برامج أخرى أو اختر نموذجًا أصغر.</translation>
    </message>
    <message>
        <source>Recognition did not succeed.</source>
        <translation>لم ينجح التعرّف.</translation>
    </message>
    <message>
        <source>Run the job again.</source>
        <translation>شغّل المهمة من جديد.</translation>
    </message>
    <message>
        <source>That is no name or term that can be kept.</source>
        <translation>هذا ليس اسمًا أو مصطلحًا يمكن حفظه.</translation>
    </message>
    <message>
        <source>Use a short text with letters, and each name once.</source>
        <translation>استخدم نصًّا قصيرًا فيه حروف، وكل اسم مرة واحدة.</translation>
    </message>
    <message>
        <source>There is no list of that name any more.</source>
        <translation>لم تعد هناك قائمة بهذا الاسم.</translation>
    </message>
    <message>
        <source>Choose another list.</source>
        <translation>اختر قائمة أخرى.</translation>
    </message>
    <message>
        <source>There is a list of that name already.</source>
        <translation>توجد قائمة بهذا الاسم بالفعل.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>The vocabulary cannot be used.</source>
        <translation>لا يمكن استخدام المفردات.</translation>
    </message>
    <message>
        <source>Check its lines.</source>
        <translation>تحقّق من أسطرها.</translation>
    </message>
    <message>
        <source>This language is not known.</source>
        <translation>هذه اللغة غير معروفة.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>القرص ممتلئ.</translation>
    </message>
    <message>
        <source>Free some space; the work goes on by itself.</source>
        <translation>أخلِ بعض المساحة؛ سيُستأنف العمل تلقائيًا.</translation>
    </message>
    <message>
        <source>The data folder cannot be used.</source>
        <translation>لا يمكن استخدام مجلد البيانات.</translation>
    </message>
    <message>
        <source>Check its permissions, or choose another one.</source>
        <translation>تحقق من أذوناته أو اختر مجلدًا آخر.</translation>
    </message>
    <message>
        <source>Another Kopia Desktop already works on this data folder.</source>
        <translation>نسخة أخرى من Kopia Desktop تعمل على مجلد البيانات هذا.</translation>
    </message>
    <message>
        <source>Jobs added here are done by that one.</source>
        <translation>المهام المضافة هنا تنجزها تلك النسخة.</translation>
    </message>
    <message>
        <source>There is no screen to open a window on.</source>
        <translation>لا توجد شاشة لفتح نافذة عليها.</translation>
    </message>
    <message>
        <source>Use the commands transcribe or serve, which need none.</source>
        <translation>استخدم الأمر transcribe أو serve، فهما لا يحتاجان إليها.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>أُوقفت.</translation>
    </message>
    <message>
        <source>Run it again to go on where it stopped.</source>
        <translation>شغّلها من جديد للمتابعة من حيث توقفت.</translation>
    </message>
    <message>
        <source>The job did not succeed.</source>
        <translation>لم تنجح المهمة.</translation>
    </message>
    <message>
        <source>Run it again.</source>
        <translation>شغّلها من جديد.</translation>
    </message>
    <message>
        <source>Something went wrong.</source>
        <translation>حدث خطأ ما.</translation>
    </message>
    <message>
        <source>Try again; if it stays, copy the report and tell us.</source>
        <translation>حاول مجددًا؛ وإن تكرر فانسخ التقرير وأخبرنا.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Choose another folder…</source>
        <translation>اختيار مجلد آخر…</translation>
    </message>
    <message>
        <source>Copy the text to the clipboard</source>
        <translation>نسخ النص إلى الحافظة</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>نسخ كنص</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>فتح المجلد</translation>
    </message>
    <message>
        <source>Back to the choices</source>
        <translation>العودة إلى الخيارات</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>حفظ…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message numerus="yes">
        <source>Export %n recording(s)</source>
        <translation>
            <numerusform>لا تسجيلات للتصدير</numerusform>
            <numerusform>تصدير تسجيل واحد</numerusform>
            <numerusform>تصدير تسجيلين</numerusform>
            <numerusform>تصدير %n تسجيلات</numerusform>
            <numerusform>تصدير %n تسجيلًا</numerusform>
            <numerusform>تصدير %n تسجيل</numerusform>
        </translation>
    </message>
    <message>
        <source>Export {name}</source>
        <translation>تصدير ⁨{name}⁩</translation>
    </message>
    <message>
        <source>Save to a folder…</source>
        <translation>حفظ في مجلد…</translation>
    </message>
    <message>
        <source>There is nothing to export.</source>
        <translation>لا يوجد شيء للتصدير.</translation>
    </message>
    <message>
        <source>Check a format.</source>
        <translation>حدّد تنسيقًا.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s), the preview is of the first recording.</source>
        <translation>
            <numerusform>لا ملفات، والمعاينة للتسجيل الأول.</numerusform>
            <numerusform>ملف واحد، والمعاينة للتسجيل الأول.</numerusform>
            <numerusform>ملفان، والمعاينة للتسجيل الأول.</numerusform>
            <numerusform>%n ملفات، والمعاينة للتسجيل الأول.</numerusform>
            <numerusform>%n ملفًا، والمعاينة للتسجيل الأول.</numerusform>
            <numerusform>%n ملف، والمعاينة للتسجيل الأول.</numerusform>
        </translation>
    </message>
    <message>
        <source>{names}: the transcript is not complete, this is what there is.</source>
        <translation>⁨{names}⁩: التفريغ غير مكتمل، وهذا هو الموجود حتى الآن.</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>حفظ باسم</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>اختيار مجلد</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
</context>
<context>
    <name>ExportOptionsBox</name>
    <message>
        <source>Write files when a transcript is complete</source>
        <translation>كتابة الملفات عند اكتمال التفريغ</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>التنسيقات</translation>
    </message>
    <message>
        <source>Beside the recording</source>
        <translation>بجانب التسجيل</translation>
    </message>
    <message>
        <source>In one folder</source>
        <translation>في مجلد واحد</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>اختيار…</translation>
    </message>
    <message>
        <source>Choose the folder for the files</source>
        <translation>اختيار مجلد الملفات</translation>
    </message>
    <message>
        <source>Folder for the files</source>
        <translation>مجلد الملفات</translation>
    </message>
</context>
<context>
    <name>ExportOptionsPanel</name>
    <message>
        <source>Text</source>
        <translation>النص</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>التنسيقات</translation>
    </message>
    <message>
        <source>Filler words</source>
        <translation>كلمات الحشو</translation>
    </message>
    <message>
        <source>Times at paragraphs</source>
        <translation>الأوقات عند الفقرات</translation>
    </message>
    <message>
        <source>As the recording has them</source>
        <translation>كما في التسجيل</translation>
    </message>
    <message>
        <source>With um, uh and the like</source>
        <translation>مع «آه» و«أمم» وما شابه</translation>
    </message>
    <message>
        <source>Without them</source>
        <translation>بدونها</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>الأصل</translation>
    </message>
    <message>
        <source>Original ({language})</source>
        <translation>الأصل ({language})</translation>
    </message>
    <message>
        <source>formal</source>
        <translation>رسمي</translation>
    </message>
    <message>
        <source>informal</source>
        <translation>غير رسمي</translation>
    </message>
    <message>
        <source>{language} ({count} of {total} recordings)</source>
        <translation>{language} ({count} من {total} من التسجيلات)</translation>
    </message>
    <message>
        <source>{language} (out of date)</source>
        <translation>{language} (غير محدّثة)</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) changed since they were translated.</source>
        <translation>
            <numerusform>لم يتغير أي سطر منذ ترجمته.</numerusform>
            <numerusform>تغيّر سطر واحد منذ ترجمته.</numerusform>
            <numerusform>تغيّر سطران منذ ترجمتهما.</numerusform>
            <numerusform>تغيّرت %n أسطر منذ ترجمتها.</numerusform>
            <numerusform>تغيّر %n سطرًا منذ ترجمتها.</numerusform>
            <numerusform>تغيّر %n سطر منذ ترجمتها.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FailedExports</name>
    <message>
        <source>The files of “{name}” were not written.</source>
        <translation>لم تُكتب ملفات «{name}».</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>اختيار مجلد آخر…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Where should the files go?</source>
        <translation>أين تُحفظ الملفات؟</translation>
    </message>
</context>
<context>
    <name>FailureStrip</name>
    <message>
        <source>Locate file…</source>
        <translation>تحديد مكان الملف…</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>تشغيل من جديد</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Which recordings are listed</source>
        <translation>التسجيلات المعروضة في القائمة</translation>
    </message>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>قيد العمل</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>المكتملة</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>الفاشلة</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Previous match (Shift+F3)</source>
        <translation>التطابق السابق (Shift+F3)</translation>
    </message>
    <message>
        <source>Next match (F3)</source>
        <translation>التطابق التالي (F3)</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>مطابقة حالة الأحرف</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>كلمات كاملة</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>استبدال</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>إغلاق (Esc)</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>استبدال بـ</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>استبدال الكل</translation>
    </message>
    <message>
        <source>In the original, as one step that can be undone</source>
        <translation>في الأصل، كخطوة واحدة يمكن التراجع عنها</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{number} من {total}</translation>
    </message>
    <message>
        <source>No matches</source>
        <translation>لا توجد نتائج</translation>
    </message>
</context>
<context>
    <name>FirstRunCard</name>
    <message>
        <source>Choose a speech model</source>
        <translation>اختر نموذج كلام</translation>
    </message>
    <message>
        <source>Add a model folder…</source>
        <translation>إضافة مجلد نموذج…</translation>
    </message>
    <message>
        <source>Go on with the starter model</source>
        <translation>المتابعة بالنموذج التمهيدي</translation>
    </message>
    <message>
        <source>The starter model that came with the program knows synthetic voices and a few hundred words only; it shows how everything works. For real recordings a real model is needed. It is downloaded once; recordings never leave this computer.</source>
        <translation>النموذج التمهيدي المرفق بالبرنامج لا يعرف إلا أصواتًا اصطناعية وبضع مئات من الكلمات؛ وهو يبيّن كيف يعمل كل شيء. وتحتاج التسجيلات الحقيقية إلى نموذج حقيقي. يُنزَّل مرة واحدة؛ ولا تغادر التسجيلات هذا الكمبيوتر أبدًا.</translation>
    </message>
    <message>
        <source>The speech model {model} is on its way</source>
        <translation>نموذج الكلام ⁨{model}⁩ في الطريق</translation>
    </message>
    <message>
        <source>Recordings that you add before it is here are done with the starter model; the others use the new one by themselves.</source>
        <translation>التسجيلات التي تضيفها قبل وصوله تُعالَج بالنموذج التمهيدي؛ أما ما بعدها فيستخدم النموذج الجديد تلقائيًا.</translation>
    </message>
    <message>
        <source>Folder of a Whisper model (CTranslate2)</source>
        <translation>مجلد نموذج Whisper ‏(CTranslate2)</translation>
    </message>
    <message>
        <source>Copying the model…</source>
        <translation>جارٍ نسخ النموذج…</translation>
    </message>
    <message>
        <source>{model} is ready; new recordings use it.</source>
        <translation>النموذج ⁨{model}⁩ جاهز؛ ستستخدمه التسجيلات الجديدة.</translation>
    </message>
    <message>
        <source>Speed: how many times faster than a recording plays, on this processor.</source>
        <translation>السرعة: كم مرة أسرع من مدة التسجيل على هذا المعالج.</translation>
    </message>
    <message>
        <source>Speed: how many times faster than a recording plays, on an ordinary processor of so many cores; this one has not been measured yet.</source>
        <translation>السرعة: كم مرة أسرع من مدة التسجيل على معالج عادي بهذا العدد من الأنوية؛ لم يُقَس هذا المعالج بعد.</translation>
    </message>
    <message>
        <source>Download ({size})</source>
        <translation>تنزيل (⁨{size}⁩)</translation>
    </message>
    <message>
        <source>Download the speech model {model}, {size}</source>
        <translation>تنزيل نموذج الكلام ⁨{model}⁩، ⁨{size}⁩</translation>
    </message>
    <message>
        <source>A speech model was added</source>
        <translation>تمت إضافة نموذج كلام</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message numerus="yes">
        <source>%n core(s)</source>
        <translation>
            <numerusform>بلا أنوية</numerusform>
            <numerusform>نواة واحدة</numerusform>
            <numerusform>نواتان</numerusform>
            <numerusform>%n أنوية</numerusform>
            <numerusform>%n نواة</numerusform>
            <numerusform>%n نواة</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer: {cores}. Recommended: {model}.</source>
        <translation>هذا الكمبيوتر: {cores}. الموصى به: ⁨{model}⁩.</translation>
    </message>
    <message>
        <source>This computer: {cores}, {memory} of memory. Recommended: {model}.</source>
        <translation>هذا الكمبيوتر: {cores}، وذاكرة ⁨{memory}⁩. الموصى به: ⁨{model}⁩.</translation>
    </message>
</context>
<context>
    <name>FolderLine</name>
    <message>
        <source>Beside the recording</source>
        <translation>بجانب التسجيل</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>اختيار…</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>اختيار مجلد</translation>
    </message>
</context>
<context>
    <name>FollowPill</name>
    <message>
        <source>Following</source>
        <translation>يتابع النص</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Follow the text</source>
        <translation>متابعة النص</translation>
    </message>
    <message>
        <source>The view keeps up by itself. Scroll, or press here, to read elsewhere.</source>
        <translation>يتحرك العرض تلقائيًا مع النص. مرّر أو انقر هنا للقراءة في موضع آخر.</translation>
    </message>
    <message>
        <source>Go back to where it goes on.</source>
        <translation>العودة إلى الموضع الجاري.</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>First steps</source>
        <translation>الخطوات الأولى</translation>
    </message>
    <message>
        <source>Drop a recording anywhere on the window: audio or video, one file or many, or a whole folder. Recognition starts at once, and the text appears line by line while it runs.</source>
        <translation>أفلت تسجيلًا في أي مكان من النافذة: صوتًا أو فيديو، ملفًا واحدًا أو ملفات كثيرة أو مجلدًا كاملًا. يبدأ التعرّف فورًا، ويظهر النص سطرًا بعد سطر أثناء عمله.</translation>
    </message>
    <message>
        <source>You need not wait. Read, correct and play what is there already; work goes on, also after the program was closed and opened again.</source>
        <translation>لا داعي للانتظار. اقرأ ما ظهر وصحّحه واستمع إليه؛ فالعمل مستمر، حتى بعد إغلاق البرنامج وفتحه من جديد.</translation>
    </message>
    <message>
        <source>When you are content, choose File, Export and take the file you need, for example subtitles or a Word document.</source>
        <translation>عندما ترضى عن النتيجة اختر «ملف» ثم «تصدير» وخذ الملف الذي تحتاج إليه، مثل الترجمات المصاحبة أو مستند Word.</translation>
    </message>
    <message>
        <source>What new recordings are done with (language, model, filler words) is one click away: the options beside the Add button.</source>
        <translation>ما تُعالَج به التسجيلات الجديدة (اللغة والنموذج وكلمات الحشو) على بُعد نقرة واحدة: الخيارات بجانب زر «إضافة».</translation>
    </message>
    <message>
        <source>Correct a transcript</source>
        <translation>تصحيح التفريغ</translation>
    </message>
    <message>
        <source>Double click a line, or press Enter on it, and type. Enter keeps the line, Esc leaves it as it was. Everything is saved as you go, and everything can be undone.</source>
        <translation>انقر سطرًا نقرًا مزدوجًا أو اضغط Enter عليه ثم اكتب. يحفظ Enter السطر، ويُبقيه Esc كما كان. يُحفظ كل شيء أولًا بأول، ويمكن التراجع عن كل شيء.</translation>
    </message>
    <message>
        <source>Split a line at the cursor, join it with a neighbour, or delete it from the Transcript menu. The words keep their times.</source>
        <translation>من قائمة «التفريغ» يمكنك تقسيم سطر عند المؤشر أو دمجه مع مجاوره أو حذفه. تحتفظ الكلمات بأوقاتها.</translation>
    </message>
    <message>
        <source>Words the program doubts are shaded and underlined with dots. Go from one doubtful passage to the next, listen, and correct what is wrong.</source>
        <translation>الكلمات التي يشك فيها البرنامج مظللة وتحتها خط منقّط. انتقل من موضع مشكوك فيه إلى التالي واستمع وصحّح الخطأ.</translation>
    </message>
    <message>
        <source>Filler words (um, uh) can be shown, struck through or hidden. Nothing is lost: switch them on again whenever you like.</source>
        <translation>يمكن إظهار كلمات الحشو («آه»، «أمم») أو شطبها أو إخفاؤها. لا يضيع شيء: أعد إظهارها متى شئت.</translation>
    </message>
    <message>
        <source>Times change in the waveform: drag the edge of a line to where it belongs.</source>
        <translation>تُغيَّر الأوقات في الموجة الصوتية: اسحب حافة السطر إلى موضعها الصحيح.</translation>
    </message>
    <message>
        <source>A translation stands beside the original, line by line, and either can be corrected. A line whose original changed is marked; have those lines translated again.</source>
        <translation>تظهر الترجمة بجانب الأصل سطرًا بسطر، ويمكن تصحيح كليهما. السطر الذي تغيّر أصله يُميَّز بعلامة؛ أعد ترجمة هذه الأسطر.</translation>
    </message>
    <message>
        <source>Names and terms</source>
        <translation>الأسماء والمصطلحات</translation>
    </message>
    <message>
        <source>Write down names and terms that your recordings hold: File, Vocabulary. Speech models listen for them; the starter model cannot. After = stands what is heard instead, and it is written as you wish everywhere: on the screen, in searches, translations and files.</source>
        <translation>دوّن الأسماء والمصطلحات التي ترد في تسجيلاتك: «ملف» ثم «المفردات». تنصت إليها نماذج الكلام، أما النموذج التمهيدي فلا يستطيع. بعد = يأتي ما يُسمَع بدلًا منها، فيُكتب كما تريد في كل مكان: على الشاشة وفي البحث والترجمات والملفات.</translation>
    </message>
    <message>
        <source>A finished transcript can be given another vocabulary from the Transcript menu. Its words change at once; nothing that was recognised is lost.</source>
        <translation>يمكن إعطاء تفريغ مكتمل مفردات أخرى من قائمة «التفريغ». تتغيّر كلماته فورًا، ولا يضيع شيء مما تُعرِّف عليه.</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>الاستماع</translation>
    </message>
    <message>
        <source>Click a word to play from it. The word that is heard is marked, and the text follows; scroll by hand and it waits until you call it back.</source>
        <translation>انقر كلمة لبدء التشغيل منها. تُميَّز الكلمة المسموعة ويتبعها النص؛ وإذا مرّرت يدويًا انتظر حتى تستدعيه.</translation>
    </message>
    <message>
        <source>Play slower to catch every word, or loop the line you are working on. The picture of a video can be folded away.</source>
        <translation>أبطئ التشغيل لالتقاط كل كلمة، أو كرّر السطر الذي تعمل عليه. ويمكن طي صورة الفيديو.</translation>
    </message>
    <message>
        <source>If the recording was moved, reading and correcting still work. Choose Job, Locate file and show where it is now.</source>
        <translation>إذا نُقل التسجيل تبقى القراءة والتصحيح ممكنين. اختر «المهمة» ثم «تحديد مكان الملف» وبيّن مكانه الحالي.</translation>
    </message>
    <message>
        <source>Find things</source>
        <translation>البحث</translation>
    </message>
    <message>
        <source>The field at the top searches every transcript. Results are sentences, grouped by recording; open one and it plays from there.</source>
        <translation>يبحث الحقل العلوي في كل التفريغات. النتائج جمل مجمّعة حسب التسجيل؛ افتح إحداها ليبدأ التشغيل منها.</translation>
    </message>
    <message>
        <source>Edit, Find searches the open transcript. Edit, Replace changes all places at once, in one step that can be undone.</source>
        <translation>«تحرير» ثم «بحث» يبحث في التفريغ المفتوح. و«تحرير» ثم «استبدال» يغيّر كل المواضع دفعة واحدة، في خطوة يمكن التراجع عنها.</translation>
    </message>
    <message>
        <source>View, All commands finds any action by a few letters of its name.</source>
        <translation>«عرض» ثم «كل الأوامر» يعثر على أي إجراء ببضعة أحرف من اسمه.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>التصدير</translation>
    </message>
    <message>
        <source>The preview shows the file as it will be written. Choose the original or a translation, one format or several, with or without filler words.</source>
        <translation>تعرض المعاينة الملف كما سيُكتب. اختر الأصل أو ترجمة، وتنسيقًا واحدًا أو أكثر، مع كلمات الحشو أو بدونها.</translation>
    </message>
    <message>
        <source>Subtitles are laid out so that they can be read: whole phrases, not too fast, never over one another. The rules can be changed for one export, or for all under Settings, Subtitles.</source>
        <translation>تُرتَّب الترجمات المصاحبة بحيث تسهل قراءتها: عبارات كاملة، غير سريعة، لا يتداخل بعضها مع بعض. يمكن تغيير القواعد لتصدير واحد، أو للجميع من «الإعدادات» ثم «الترجمات المصاحبة».</translation>
    </message>
    <message>
        <source>Select several recordings and export them together into a folder. A file that is already there is kept; the new one gets a number.</source>
        <translation>حدّد عدة تسجيلات وصدّرها معًا إلى مجلد. يُحتفظ بالملف الموجود هناك، ويُعطى الجديد رقمًا.</translation>
    </message>
    <message>
        <source>Settings, Export can write the files by itself as soon as a transcript is complete. A recording can also be dragged out of the list as a file.</source>
        <translation>يمكن لصفحة «التصدير» في «الإعدادات» أن تكتب الملفات تلقائيًا فور اكتمال التفريغ. ويمكن أيضًا سحب تسجيل من القائمة كملف.</translation>
    </message>
    <message>
        <source>Speech models</source>
        <translation>نماذج الكلام</translation>
    </message>
    <message>
        <source>The model is what understands speech. The starter that comes with the program is only for trying out: it knows a small vocabulary, and real recordings become nonsense.</source>
        <translation>النموذج هو الذي يفهم الكلام. والنموذج التمهيدي المرفق بالبرنامج للتجربة فقط: مفرداته قليلة، وتصير به التسجيلات الحقيقية نصًا بلا معنى.</translation>
    </message>
    <message>
        <source>Settings, Models lists what can be downloaded, with the size, the memory it needs and how fast it is about on this computer. Small ones are fast, large ones make fewer mistakes; the one that suits this computer best is marked.</source>
        <translation>تعرض «الإعدادات» ثم «النماذج» ما يمكن تنزيله، مع الحجم والذاكرة المطلوبة والسرعة التقريبية على هذا الكمبيوتر. النماذج الصغيرة سريعة، والكبيرة أقل أخطاءً؛ والأنسب لهذا الكمبيوتر مميَّز.</translation>
    </message>
    <message>
        <source>A download can be paused and goes on where it was, also after a restart. Every file is checked before it is used. A model that is damaged later is repaired with one click.</source>
        <translation>يمكن إيقاف التنزيل مؤقتًا ثم يستمر من حيث توقف، حتى بعد إعادة التشغيل. ويُفحص كل ملف قبل استخدامه. والنموذج الذي يتلف لاحقًا يُصلح بنقرة واحدة.</translation>
    </message>
    <message>
        <source>Without a connection, copy the folder of a Whisper model in CTranslate2 format from another computer (model.bin and a few small files) and add it there. Where only a mirror can be reached, the variable KOPIA_MODEL_ENDPOINT names it.</source>
        <translation>من دون اتصال انسخ مجلد نموذج Whisper بتنسيق CTranslate2 من كمبيوتر آخر (model.bin وبضعة ملفات صغيرة) وأضفه هناك. وحيث لا يمكن الوصول إلا إلى خادم مرآة، يسمّيه المتغيّر KOPIA_MODEL_ENDPOINT.</translation>
    </message>
    <message>
        <source>The network is used only to fetch what you ask for (a recording from a link that you add, a model that you download, the list of language packages), and to notify a program that asked for it through the API.</source>
        <translation>لا تُستخدم الشبكة إلا لجلب ما تطلبه (تسجيل من رابط تضيفه، نموذج تنزّله، قائمة حزم اللغات)، ولإشعار برنامج طلب ذلك عبر واجهة API.</translation>
    </message>
    <message>
        <source>A graphics card with CUDA is used when it really works; otherwise the processor does the work. The line at the bottom of the window says which, and why.</source>
        <translation>تُستخدم بطاقة رسومات تدعم CUDA إذا كانت تعمل حقًا؛ وإلا تولّى المعالج العمل. ويبيّن السطر أسفل النافذة أيهما يُستخدم وسببه.</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>الترجمة</translation>
    </message>
    <message>
        <source>The + beside a transcript&apos;s languages translates it. Type a name or a code, tick one language or several, and start. Lines keep their times, so that subtitles of a translation stay in step.</source>
        <translation>علامة + بجانب لغات التفريغ تترجمه. اكتب اسمًا أو رمزًا، وعلّم على لغة أو أكثر، وابدأ. تحتفظ الأسطر بأوقاتها، فتبقى ترجمات الفيديو متزامنة.</translation>
    </message>
    <message>
        <source>A language whose model is missing shows what would be downloaded. One click fetches it, and the translation begins by itself when it is here. Argos Translate has small packages for pairs of languages, MADLAD-400 is one large model for nearly all.</source>
        <translation>اللغة التي ينقصها نموذج تُظهر ما سيُنزَّل. نقرة واحدة تجلبه، وتبدأ الترجمة تلقائيًا عند وصوله. لدى Argos Translate حزم صغيرة لأزواج اللغات، أما MADLAD-400 فنموذج واحد كبير لمعظمها.</translation>
    </message>
    <message>
        <source>The starter packages for English, Spanish and German know a few hundred words. They show how translating works; a real package of the pair takes their place.</source>
        <translation>الحزم التمهيدية للإنجليزية والإسبانية والألمانية تعرف بضع مئات من الكلمات. وهي تبيّن كيف تعمل الترجمة؛ وتحل محلها حزمة حقيقية لزوج اللغات.</translation>
    </message>
    <message>
        <source>Where a language has two ways to address people, choose the formal or the informal one. After you corrected the original, the lines behind it are marked, and only those are translated again.</source>
        <translation>حيث توجد في اللغة طريقتان للمخاطبة، اختر الرسمية أو غير الرسمية. وبعد تصحيح الأصل تُميَّز الأسطر المتأخرة عنه، وتُترجم وحدها من جديد.</translation>
    </message>
    <message>
        <source>Use it from other programs</source>
        <translation>الاستخدام من برامج أخرى</translation>
    </message>
    <message>
        <source>Other programs of this computer can send recordings and fetch transcripts through a REST API. It listens on this computer only, and asks for a key.</source>
        <translation>يمكن لبرامج أخرى على هذا الكمبيوتر إرسال تسجيلات وجلب تفريغات عبر واجهة REST API. لا تعمل الواجهة إلا على هذا الكمبيوتر، وتطلب مفتاحًا.</translation>
    </message>
    <message>
        <source>Settings, API shows the address and the key, with a line to try in a terminal. The whole reference is the page /docs at that address.</source>
        <translation>تعرض صفحة «API» في «الإعدادات» العنوان والمفتاح مع سطر تجرّبه في الطرفية. والمرجع الكامل في الصفحة ⁨/docs⁩ على ذلك العنوان.</translation>
    </message>
    <message>
        <source>If someone has the key who should not, make a new one. The old one is worth nothing from that moment.</source>
        <translation>إذا حصل على المفتاح من لا ينبغي أن يملكه فأنشئ مفتاحًا جديدًا. يفقد القديم قيمته من تلك اللحظة.</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>الخصوصية</translation>
    </message>
    <message>
        <source>Recordings, transcripts and translations never leave this computer. No account, no statistics, no check for updates.</source>
        <translation>لا تغادر التسجيلات والتفريغات والترجمات هذا الكمبيوتر أبدًا. لا حساب ولا إحصاءات ولا بحث عن تحديثات.</translation>
    </message>
    <message>
        <source>What you delete is gone: its text is overwritten in the database, and files that the program received are removed. Your own recordings are never touched.</source>
        <translation>ما تحذفه يزول: يُكتب فوق نصه في قاعدة البيانات، وتُزال الملفات التي استلمها البرنامج. أما تسجيلاتك أنت فلا تُمسّ أبدًا.</translation>
    </message>
    <message>
        <source>When something is wrong</source>
        <translation>عند حدوث مشكلة</translation>
    </message>
    <message>
        <source>An error stands where it happened, in a sentence with a button that helps. A job that failed can be run again; it goes on where it stopped.</source>
        <translation>يظهر الخطأ حيث حدث، في جملة مع زر يساعد. والمهمة التي فشلت يمكن تشغيلها من جديد؛ فتتابع من حيث توقفت.</translation>
    </message>
    <message>
        <source>The text is nonsense: look at the model. The starter understands very little; and check the language if it was set by hand.</source>
        <translation>النص بلا معنى: راجع النموذج. النموذج التمهيدي لا يفهم إلا القليل؛ وتحقق من اللغة إن كانت قد حُددت يدويًا.</translation>
    </message>
    <message>
        <source>It is slow: choose a smaller model, lower the thoroughness under Settings, Transcription, or close other programs that need much memory.</source>
        <translation>العمل بطيء: اختر نموذجًا أصغر، أو خفّض «الدقة في البحث» من «الإعدادات» ثم «التفريغ»، أو أغلق برامج أخرى تحتاج إلى ذاكرة كبيرة.</translation>
    </message>
    <message>
        <source>There is no sound: the system may lack what is needed to play this kind of file. Recognition does not depend on it.</source>
        <translation>لا يوجد صوت: قد يفتقر النظام إلى ما يلزم لتشغيل هذا النوع من الملفات. لا يتوقف التعرّف على ذلك.</translation>
    </message>
    <message>
        <source>The disk is full: work waits and goes on by itself when there is room. Settings, Storage shows what can go.</source>
        <translation>القرص ممتلئ: ينتظر العمل ثم يُستأنف تلقائيًا عند توفر المساحة. وتبيّن صفحة «التخزين» في «الإعدادات» ما يمكن إزالته.</translation>
    </message>
    <message>
        <source>Still stuck: Help, Copy report puts on the clipboard how the program is, without any text, name or key in it. Send it along when you ask for help.</source>
        <translation>ما زالت المشكلة قائمة: «مساعدة» ثم «نسخ التقرير» يضع في الحافظة وصفًا لحالة البرنامج بلا نص ولا اسم ولا مفتاح. أرفقه عندما تطلب المساعدة.</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>اختصارات لوحة المفاتيح</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Help</source>
        <translation>المساعدة</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>البحث في المساعدة</translation>
    </message>
    <message>
        <source>The help does not speak of that.</source>
        <translation>لا تتناول المساعدة هذا الموضوع.</translation>
    </message>
    <message>
        <source>Help text</source>
        <translation>نص المساعدة</translation>
    </message>
</context>
<context>
    <name>HitsView</name>
    <message>
        <source>Sentences found</source>
        <translation>الجمل التي عُثر عليها</translation>
    </message>
</context>
<context>
    <name>JobFacts</name>
    <message>
        <source>paused</source>
        <translation>متوقف مؤقتًا</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <source>fetching</source>
        <translation>جارٍ الجلب</translation>
    </message>
</context>
<context>
    <name>JobMenu</name>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;فتح</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>إيقاف &amp;مؤقت</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>م&amp;تابعة</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>إي&amp;قاف</translation>
    </message>
    <message>
        <source>&amp;Run again</source>
        <translation>ت&amp;شغيل من جديد</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>ت&amp;صدير…</translation>
    </message>
    <message>
        <source>Copy as &amp;text</source>
        <translation>&amp;نسخ كنص</translation>
    </message>
    <message>
        <source>Show &amp;file in folder</source>
        <translation>إظهار الملف في الم&amp;جلد</translation>
    </message>
    <message>
        <source>&amp;Locate file…</source>
        <translation>ت&amp;حديد مكان الملف…</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>ح&amp;ذف</translation>
    </message>
</context>
<context>
    <name>JobVocabularyDialog</name>
    <message>
        <source>Vocabulary of this transcript</source>
        <translation>مفردات هذا التفريغ</translation>
    </message>
    <message>
        <source>Take the terms from</source>
        <translation>أخذ المصطلحات من</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>تطبيق</translation>
    </message>
    <message>
        <source>&amp;Take the terms from</source>
        <translation>&amp;أخذ المصطلحات من</translation>
    </message>
    <message>
        <source>Spelling changes at once and can be changed back; nothing that was recognised is lost. Terms are listened for when a recording is transcribed.</source>
        <translation>تتغيّر الكتابة فورًا ويمكن الرجوع عنها؛ لا يضيع شيء مما تُعرِّف عليه. يُنصَت إلى المصطلحات عند تفريغ التسجيل.</translation>
    </message>
    <message>
        <source>This transcript</source>
        <translation>هذا التفريغ</translation>
    </message>
</context>
<context>
    <name>Jobs</name>
    <message>
        <source>Deleting in a moment</source>
        <translation>سيُحذف بعد لحظات</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>جارٍ الحذف</translation>
    </message>
    <message>
        <source>no speech</source>
        <translation>لا كلام</translation>
    </message>
    <message>
        <source>done</source>
        <translation>مكتمل</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>متوقف مؤقتًا</translation>
    </message>
    <message>
        <source>Fetching from {host}</source>
        <translation>جارٍ الجلب من ⁨{host}⁩</translation>
    </message>
    <message>
        <source>Waiting for its upload</source>
        <translation>في انتظار الرفع</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>موقوف</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>متوقف مؤقتًا</translation>
    </message>
    <message>
        <source>waiting for its recording</source>
        <translation>في انتظار التسجيل</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <source>being transcribed</source>
        <translation>قيد التفريغ</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>مكتمل</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>فشل</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>صفر ساعة</numerusform>
            <numerusform>ساعة واحدة</numerusform>
            <numerusform>ساعتان</numerusform>
            <numerusform>%n ساعات</numerusform>
            <numerusform>%n ساعة</numerusform>
            <numerusform>%n ساعة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>صفر دقيقة</numerusform>
            <numerusform>دقيقة واحدة</numerusform>
            <numerusform>دقيقتان</numerusform>
            <numerusform>%n دقائق</numerusform>
            <numerusform>%n دقيقة</numerusform>
            <numerusform>%n دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>صفر ثانية</numerusform>
            <numerusform>ثانية واحدة</numerusform>
            <numerusform>ثانيتان</numerusform>
            <numerusform>%n ثوانٍ</numerusform>
            <numerusform>%n ثانية</numerusform>
            <numerusform>%n ثانية</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>أُوقف</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>فشل</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>جارٍ البدء</translation>
    </message>
</context>
<context>
    <name>JobsPanel</name>
    <message>
        <source>No recordings yet.</source>
        <translation>لا توجد تسجيلات بعد.</translation>
    </message>
    <message>
        <source>Nothing is running.</source>
        <translation>لا شيء قيد العمل.</translation>
    </message>
    <message>
        <source>Nothing is done yet.</source>
        <translation>لم يكتمل شيء بعد.</translation>
    </message>
    <message>
        <source>Nothing has failed.</source>
        <translation>لم يفشل شيء.</translation>
    </message>
    <message>
        <source>The folder of this recording is not there.</source>
        <translation>مجلد هذا التسجيل غير موجود.</translation>
    </message>
</context>
<context>
    <name>JobsView</name>
    <message>
        <source>Recordings</source>
        <translation>التسجيلات</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>English</source>
        <translation>الإنجليزية</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>غير معروفة</translation>
    </message>
    <message>
        <source>Afrikaans</source>
        <translation>الأفريقانية</translation>
    </message>
    <message>
        <source>Albanian</source>
        <translation>الألبانية</translation>
    </message>
    <message>
        <source>Amharic</source>
        <translation>الأمهرية</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>العربية</translation>
    </message>
    <message>
        <source>Armenian</source>
        <translation>الأرمنية</translation>
    </message>
    <message>
        <source>Assamese</source>
        <translation>الأسامية</translation>
    </message>
    <message>
        <source>Australian English</source>
        <translation>الإنجليزية (أستراليا)</translation>
    </message>
    <message>
        <source>Auto-detect</source>
        <translation>اكتشاف تلقائي</translation>
    </message>
    <message>
        <source>Azerbaijani</source>
        <translation>الأذربيجانية</translation>
    </message>
    <message>
        <source>Azerbaijani (Latin)</source>
        <translation>الأذربيجانية (اللاتينية)</translation>
    </message>
    <message>
        <source>Bangla</source>
        <translation>البنغالية</translation>
    </message>
    <message>
        <source>Bashkir</source>
        <translation>الباشكيرية</translation>
    </message>
    <message>
        <source>Basque</source>
        <translation>الباسكية</translation>
    </message>
    <message>
        <source>Belarusian</source>
        <translation>البيلاروسية</translation>
    </message>
    <message>
        <source>Bengali</source>
        <translation>البنغالية</translation>
    </message>
    <message>
        <source>Bhojpuri</source>
        <translation>البهوجبورية</translation>
    </message>
    <message>
        <source>Bodo</source>
        <translation>البودو</translation>
    </message>
    <message>
        <source>Bosnian</source>
        <translation>البوسنية</translation>
    </message>
    <message>
        <source>Bosnian (Latin)</source>
        <translation>البوسنية (اللاتينية)</translation>
    </message>
    <message>
        <source>Breton</source>
        <translation>البريتونية</translation>
    </message>
    <message>
        <source>British English</source>
        <translation>الإنجليزية (بريطانيا)</translation>
    </message>
    <message>
        <source>Bulgarian</source>
        <translation>البلغارية</translation>
    </message>
    <message>
        <source>Burmese</source>
        <translation>البورمية</translation>
    </message>
    <message>
        <source>Cantonese (Traditional)</source>
        <translation>الكانتونية (التقليدية)</translation>
    </message>
    <message>
        <source>Catalan</source>
        <translation>الكتالانية</translation>
    </message>
    <message>
        <source>Chhattisgarhi</source>
        <translation>التشاتيسغارية</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>الصينية</translation>
    </message>
    <message>
        <source>Chinese (Literary)</source>
        <translation>الصينية الكلاسيكية</translation>
    </message>
    <message>
        <source>Chinese Simplified</source>
        <translation>الصينية المبسطة</translation>
    </message>
    <message>
        <source>Chinese Traditional</source>
        <translation>الصينية التقليدية</translation>
    </message>
    <message>
        <source>Croatian</source>
        <translation>الكرواتية</translation>
    </message>
    <message>
        <source>Czech</source>
        <translation>التشيكية</translation>
    </message>
    <message>
        <source>Danish</source>
        <translation>الدانمركية</translation>
    </message>
    <message>
        <source>Dari</source>
        <translation>الدارية</translation>
    </message>
    <message>
        <source>Divehi</source>
        <translation>المالديفية</translation>
    </message>
    <message>
        <source>Dogri</source>
        <translation>الدوجرية</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>الهولندية</translation>
    </message>
    <message>
        <source>Estonian</source>
        <translation>الإستونية</translation>
    </message>
    <message>
        <source>Faroese</source>
        <translation>الفاروية</translation>
    </message>
    <message>
        <source>Fijian</source>
        <translation>الفيجية</translation>
    </message>
    <message>
        <source>Filipino</source>
        <translation>الفلبينية</translation>
    </message>
    <message>
        <source>Finnish</source>
        <translation>الفنلندية</translation>
    </message>
    <message>
        <source>French</source>
        <translation>الفرنسية</translation>
    </message>
    <message>
        <source>French (Canada)</source>
        <translation>الفرنسية (كندا)</translation>
    </message>
    <message>
        <source>Galician</source>
        <translation>الجاليكية</translation>
    </message>
    <message>
        <source>Georgian</source>
        <translation>الجورجية</translation>
    </message>
    <message>
        <source>German</source>
        <translation>الألمانية</translation>
    </message>
    <message>
        <source>Global English</source>
        <translation>الإنجليزية (العالمية)</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>اليونانية</translation>
    </message>
    <message>
        <source>Gujarati</source>
        <translation>الغوجاراتية</translation>
    </message>
    <message>
        <source>Haitian</source>
        <translation>الكريولية الهايتية</translation>
    </message>
    <message>
        <source>Haitian Creole</source>
        <translation>الكريولية الهايتية</translation>
    </message>
    <message>
        <source>Hausa</source>
        <translation>الهوسا</translation>
    </message>
    <message>
        <source>Hawaiian</source>
        <translation>لغة هاواي</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>العبرية</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>الهندية</translation>
    </message>
    <message>
        <source>Hmong Daw (Latin)</source>
        <translation>الهمونغ داو (اللاتينية)</translation>
    </message>
    <message>
        <source>Hungarian</source>
        <translation>الهنغارية</translation>
    </message>
    <message>
        <source>Icelandic</source>
        <translation>الأيسلندية</translation>
    </message>
    <message>
        <source>Igbo</source>
        <translation>الإيجبو</translation>
    </message>
    <message>
        <source>Indonesian</source>
        <translation>الإندونيسية</translation>
    </message>
    <message>
        <source>Inuinnaqtun</source>
        <translation>الإينويناكتون</translation>
    </message>
    <message>
        <source>Inuktitut</source>
        <translation>الإينكتيتت</translation>
    </message>
    <message>
        <source>Inuktitut (Latin)</source>
        <translation>الإينكتيتت (اللاتينية)</translation>
    </message>
    <message>
        <source>Irish</source>
        <translation>الأيرلندية</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>الإيطالية</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>اليابانية</translation>
    </message>
    <message>
        <source>Javanese</source>
        <translation>الجاوية</translation>
    </message>
    <message>
        <source>Kannada</source>
        <translation>الكانادا</translation>
    </message>
    <message>
        <source>Kashmiri</source>
        <translation>الكشميرية</translation>
    </message>
    <message>
        <source>Kazakh</source>
        <translation>الكازاخستانية</translation>
    </message>
    <message>
        <source>Khmer</source>
        <translation>الخميرية</translation>
    </message>
    <message>
        <source>Kinyarwanda</source>
        <translation>الكينيارواندا</translation>
    </message>
    <message>
        <source>Klingon</source>
        <translation>الكلينجون</translation>
    </message>
    <message>
        <source>Klingon (plqaD)</source>
        <translation>الكلينجون (pIqaD)</translation>
    </message>
    <message>
        <source>Konkani</source>
        <translation>الكونكانية</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>الكورية</translation>
    </message>
    <message>
        <source>Kurdish (Central)</source>
        <translation>الكردية الوسطى</translation>
    </message>
    <message>
        <source>Kurdish (Northern)</source>
        <translation>الكردية الشمالية</translation>
    </message>
    <message>
        <source>Kyrgyz (Cyrillic)</source>
        <translation>القيرغيزية (السيريلية)</translation>
    </message>
    <message>
        <source>Lao</source>
        <translation>اللاوية</translation>
    </message>
    <message>
        <source>Latin</source>
        <translation>اللاتينية</translation>
    </message>
    <message>
        <source>Latvian</source>
        <translation>اللاتفية</translation>
    </message>
    <message>
        <source>Lingala</source>
        <translation>اللينجالا</translation>
    </message>
    <message>
        <source>Lithuanian</source>
        <translation>الليتوانية</translation>
    </message>
    <message>
        <source>Lower Sorbian</source>
        <translation>الصوربية السفلى</translation>
    </message>
    <message>
        <source>Luganda</source>
        <translation>الغاندا</translation>
    </message>
    <message>
        <source>Luxembourgish</source>
        <translation>اللكسمبورغية</translation>
    </message>
    <message>
        <source>Macedonian</source>
        <translation>المقدونية</translation>
    </message>
    <message>
        <source>Maithili</source>
        <translation>المايثيلي</translation>
    </message>
    <message>
        <source>Malagasy</source>
        <translation>الملغاشية</translation>
    </message>
    <message>
        <source>Malay</source>
        <translation>الماليزية</translation>
    </message>
    <message>
        <source>Malay (Latin)</source>
        <translation>الماليزية (اللاتينية)</translation>
    </message>
    <message>
        <source>Malayalam</source>
        <translation>المالايالامية</translation>
    </message>
    <message>
        <source>Maltese</source>
        <translation>المالطية</translation>
    </message>
    <message>
        <source>Manipuri</source>
        <translation>المانيبورية</translation>
    </message>
    <message>
        <source>Maori</source>
        <translation>الماورية</translation>
    </message>
    <message>
        <source>Marathi</source>
        <translation>الماراثية</translation>
    </message>
    <message>
        <source>Mongolian</source>
        <translation>المنغولية</translation>
    </message>
    <message>
        <source>Mongolian (Cyrillic)</source>
        <translation>المنغولية (السيريلية)</translation>
    </message>
    <message>
        <source>Mongolian (Traditional)</source>
        <translation>المنغولية (التقليدية)</translation>
    </message>
    <message>
        <source>Myanmar</source>
        <translation>البورمية</translation>
    </message>
    <message>
        <source>Nepali</source>
        <translation>النيبالية</translation>
    </message>
    <message>
        <source>Norwegian</source>
        <translation>النرويجية</translation>
    </message>
    <message>
        <source>Norwegian Bokmål</source>
        <translation>النرويجية بوكمال</translation>
    </message>
    <message>
        <source>Norwegian Nynorsk</source>
        <translation>النرويجية نينورسك</translation>
    </message>
    <message>
        <source>Nyanja</source>
        <translation>النيانجا</translation>
    </message>
    <message>
        <source>Occitan</source>
        <translation>الأوكسيتانية</translation>
    </message>
    <message>
        <source>Odia</source>
        <translation>الأورية</translation>
    </message>
    <message>
        <source>Panjabi</source>
        <translation>البنجابية</translation>
    </message>
    <message>
        <source>Pashto</source>
        <translation>البشتو</translation>
    </message>
    <message>
        <source>Persian</source>
        <translation>الفارسية</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>البولندية</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>البرتغالية</translation>
    </message>
    <message>
        <source>Portuguese (Brazil)</source>
        <translation>البرتغالية (البرازيل)</translation>
    </message>
    <message>
        <source>Portuguese (Portugal)</source>
        <translation>البرتغالية (البرتغال)</translation>
    </message>
    <message>
        <source>Punjabi</source>
        <translation>البنجابية</translation>
    </message>
    <message>
        <source>Queretaro Otomi</source>
        <translation>الأوتومي (كيريتارو)</translation>
    </message>
    <message>
        <source>Romanian</source>
        <translation>الرومانية</translation>
    </message>
    <message>
        <source>Rundi</source>
        <translation>الرندي</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>الروسية</translation>
    </message>
    <message>
        <source>Samoan (Latin)</source>
        <translation>الساموائية (اللاتينية)</translation>
    </message>
    <message>
        <source>Sanskrit</source>
        <translation>السنسكريتية</translation>
    </message>
    <message>
        <source>Serbian</source>
        <translation>الصربية</translation>
    </message>
    <message>
        <source>Serbian (Cyrillic)</source>
        <translation>الصربية (السيريلية)</translation>
    </message>
    <message>
        <source>Serbian (Latin)</source>
        <translation>الصربية (اللاتينية)</translation>
    </message>
    <message>
        <source>Sesotho</source>
        <translation>السوتو الجنوبية</translation>
    </message>
    <message>
        <source>Sesotho sa Leboa</source>
        <translation>السوتو الشمالية</translation>
    </message>
    <message>
        <source>Setswana</source>
        <translation>التسوانية</translation>
    </message>
    <message>
        <source>Shona</source>
        <translation>الشونا</translation>
    </message>
    <message>
        <source>Sindhi</source>
        <translation>السندية</translation>
    </message>
    <message>
        <source>Sinhala</source>
        <translation>السنهالية</translation>
    </message>
    <message>
        <source>Slovak</source>
        <translation>السلوفاكية</translation>
    </message>
    <message>
        <source>Slovenian</source>
        <translation>السلوفانية</translation>
    </message>
    <message>
        <source>Somali</source>
        <translation>الصومالية</translation>
    </message>
    <message>
        <source>Somali (Arabic)</source>
        <translation>الصومالية (العربية)</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>الإسبانية</translation>
    </message>
    <message>
        <source>Sundanese</source>
        <translation>السوندانية</translation>
    </message>
    <message>
        <source>Swahili</source>
        <translation>السواحلية</translation>
    </message>
    <message>
        <source>Swahili (Latin)</source>
        <translation>السواحلية (اللاتينية)</translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation>السويدية</translation>
    </message>
    <message>
        <source>Tagalog</source>
        <translation>التاغالوغية</translation>
    </message>
    <message>
        <source>Tahitian</source>
        <translation>التاهيتية</translation>
    </message>
    <message>
        <source>Tajik</source>
        <translation>الطاجيكية</translation>
    </message>
    <message>
        <source>Tamil</source>
        <translation>التاميلية</translation>
    </message>
    <message>
        <source>Tatar</source>
        <translation>التترية</translation>
    </message>
    <message>
        <source>Tatar (Latin)</source>
        <translation>التترية (اللاتينية)</translation>
    </message>
    <message>
        <source>Telugu</source>
        <translation>التيلوغوية</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>التايلاندية</translation>
    </message>
    <message>
        <source>Tibetan</source>
        <translation>التبتية</translation>
    </message>
    <message>
        <source>Tigrinya</source>
        <translation>التغرينية</translation>
    </message>
    <message>
        <source>Tongan</source>
        <translation>التونغية</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>التركية</translation>
    </message>
    <message>
        <source>Turkmen</source>
        <translation>التركمانية</translation>
    </message>
    <message>
        <source>Turkmen (Latin)</source>
        <translation>التركمانية (اللاتينية)</translation>
    </message>
    <message>
        <source>US English</source>
        <translation>الإنجليزية (الولايات المتحدة)</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>الأوكرانية</translation>
    </message>
    <message>
        <source>Upper Sorbian</source>
        <translation>الصوربية العليا</translation>
    </message>
    <message>
        <source>Urdu</source>
        <translation>الأوردية</translation>
    </message>
    <message>
        <source>Uyghur (Arabic)</source>
        <translation>الأويغورية (العربية)</translation>
    </message>
    <message>
        <source>Uzbek</source>
        <translation>الأوزبكية</translation>
    </message>
    <message>
        <source>Uzbek (Latin)</source>
        <translation>الأوزبكية (اللاتينية)</translation>
    </message>
    <message>
        <source>Vietnamese</source>
        <translation>الفيتنامية</translation>
    </message>
    <message>
        <source>Welsh</source>
        <translation>الويلزية</translation>
    </message>
    <message>
        <source>Xhosa</source>
        <translation>الخوسا</translation>
    </message>
    <message>
        <source>Yiddish</source>
        <translation>اليديشية</translation>
    </message>
    <message>
        <source>Yoruba</source>
        <translation>اليوروبا</translation>
    </message>
    <message>
        <source>Yucatec Maya</source>
        <translation>المايا اليوكاتيكية</translation>
    </message>
    <message>
        <source>Zulu</source>
        <translation>الزولو</translation>
    </message>
    <message>
        <source>chiShona</source>
        <translation>الشونا</translation>
    </message>
</context>
<context>
    <name>LanguagesDialog</name>
    <message>
        <source>Add languages</source>
        <translation>إضافة لغات</translation>
    </message>
    <message>
        <source>Language of the recordings</source>
        <translation>لغة التسجيلات</translation>
    </message>
    <message>
        <source>{languages}: ready as soon as the download is here.</source>
        <translation>{languages}: جاهزة فور وصول التنزيل.</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>تثبيت</translation>
    </message>
    <message>
        <source>Recordings in this language</source>
        <translation>التسجيلات بهذه اللغة</translation>
    </message>
    <message>
        <source>can be translated into:</source>
        <translation>يمكن ترجمتها إلى:</translation>
    </message>
    <message>
        <source>Download {size}</source>
        <translation>تنزيل ⁨{size}⁩</translation>
    </message>
</context>
<context>
    <name>LanguagesShown</name>
    <message>
        <source>Show a translation first.</source>
        <translation>اعرض ترجمة أولًا.</translation>
    </message>
    <message>
        <source>The changed lines are being translated.</source>
        <translation>جارٍ ترجمة الأسطر المتغيّرة.</translation>
    </message>
</context>
<context>
    <name>LicencesDialog</name>
    <message>
        <source>Licences</source>
        <translation>التراخيص</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>جارٍ الفحص…</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>المكتبات</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>نص الترخيص</translation>
    </message>
    <message>
        <source>Kopia Desktop is made with the work of many. Thank you.</source>
        <translation>Kopia Desktop ثمرة عمل كثيرين. شكرًا لهم.</translation>
    </message>
    <message>
        <source>It does not name its licence.</source>
        <translation>لا تذكر ترخيصها.</translation>
    </message>
    <message>
        <source>No text came with it; its licence is well known by that name.</source>
        <translation>لم يُرفق بها نص؛ وترخيصها معروف بهذا الاسم.</translation>
    </message>
</context>
<context>
    <name>LineDeeds</name>
    <message>
        <source>Put the cursor where the line is to be split.</source>
        <translation>ضع المؤشر حيث تريد تقسيم السطر.</translation>
    </message>
    <message>
        <source>There is no line to join with.</source>
        <translation>لا يوجد سطر للدمج معه.</translation>
    </message>
    <message>
        <source>Choose lines that follow each other.</source>
        <translation>اختر أسطرًا متتالية.</translation>
    </message>
    <message>
        <source>Nothing is doubtful here.</source>
        <translation>لا شيء مشكوك فيه هنا.</translation>
    </message>
    <message>
        <source>Went on from the beginning.</source>
        <translation>تابع البحث من البداية.</translation>
    </message>
    <message>
        <source>Went on from the end.</source>
        <translation>تابع البحث من النهاية.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) copied.</source>
        <translation>
            <numerusform>لم يُنسخ أي سطر.</numerusform>
            <numerusform>نُسخ سطر واحد.</numerusform>
            <numerusform>نُسخ سطران.</numerusform>
            <numerusform>نُسخت %n أسطر.</numerusform>
            <numerusform>نُسخ %n سطرًا.</numerusform>
            <numerusform>نُسخ %n سطر.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LogWindow</name>
    <message>
        <source>Log</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>File</source>
        <translation>الملف</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>إظهار</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>كل شيء</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>التحذيرات والأخطاء</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>الأخطاء</translation>
    </message>
    <message>
        <source>The file begins earlier; this is its end.</source>
        <translation>يبدأ الملف قبل ذلك؛ وهذه نهايته.</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>تحديث</translation>
    </message>
    <message>
        <source>Copy a report without text, names or key</source>
        <translation>نسخ تقرير بلا نصوص ولا أسماء ولا مفتاح</translation>
    </message>
    <message>
        <source>Copy report</source>
        <translation>نسخ التقرير</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>فتح المجلد</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>المحرك</translation>
    </message>
    <message>
        <source>Recognition</source>
        <translation>التعرّف</translation>
    </message>
    <message>
        <source>Requests of the API</source>
        <translation>طلبات واجهة API</translation>
    </message>
    <message>
        <source>The report says how the program is; no text, name or key is in it.</source>
        <translation>يصف التقرير حالة البرنامج، ولا يحتوي على نص ولا اسم ولا مفتاح.</translation>
    </message>
    <message>
        <source>Nothing of that kind was logged.</source>
        <translation>لم يُسجَّل شيء من هذا النوع.</translation>
    </message>
</context>
<context>
    <name>ModelRow</name>
    <message>
        <source>Files of it are missing or damaged, so it cannot be used.</source>
        <translation>بعض ملفاته ناقصة أو تالفة، لذا لا يمكن استخدامه.</translation>
    </message>
    <message>
        <source>Remove it? What waits for it will need another one.</source>
        <translation>أتزيله؟ ما ينتظره سيحتاج إلى غيره.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>احتفاظ</translation>
    </message>
    <message>
        <source>Download {size}</source>
        <translation>تنزيل ⁨{size}⁩</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>إزالة…</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>إصلاح</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>استخدام</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>التخلي عنه</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>استئناف</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
</context>
<context>
    <name>ModelTable</name>
    <message>
        <source>Model</source>
        <translation>النموذج</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>الذاكرة</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>السرعة</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>التنزيل</translation>
    </message>
    <message>
        <source>{name}, recommended</source>
        <translation>⁨{name}⁩، موصى به</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>Starter model</source>
        <translation>النموذج التمهيدي</translation>
    </message>
    <message>
        <source>Starter (for trying out)</source>
        <translation>التمهيدي (للتجربة)</translation>
    </message>
    <message>
        <source>{name} (not installed)</source>
        <translation>⁨{name}⁩ (غير مثبّت)</translation>
    </message>
    <message numerus="yes">
        <source>%n language(s)</source>
        <translation>
            <numerusform>بلا لغات</numerusform>
            <numerusform>لغة واحدة</numerusform>
            <numerusform>لغتان</numerusform>
            <numerusform>%n لغات</numerusform>
            <numerusform>%n لغة</numerusform>
            <numerusform>%n لغة</numerusform>
        </translation>
    </message>
    <message>
        <source>used for new recordings</source>
        <translation>يُستخدم للتسجيلات الجديدة</translation>
    </message>
    <message>
        <source>recommended for this computer</source>
        <translation>موصى به لهذا الكمبيوتر</translation>
    </message>
    <message>
        <source>English only</source>
        <translation>الإنجليزية فقط</translation>
    </message>
    <message>
        <source>{size} of memory</source>
        <translation>ذاكرة ⁨{size}⁩</translation>
    </message>
    <message>
        <source>all languages with one model, slower</source>
        <translation>كل اللغات بنموذج واحد، أبطأ</translation>
    </message>
    <message>
        <source>starter package, for trying out</source>
        <translation>حزمة تمهيدية، للتجربة</translation>
    </message>
    <message>
        <source>installed by Argos Translate, used here too</source>
        <translation>ثبّتها Argos Translate وتُستخدم هنا أيضًا</translation>
    </message>
    <message>
        <source>{name} (starter)</source>
        <translation>{name} (تمهيدية)</translation>
    </message>
    <message>
        <source>{memory}, tight</source>
        <translation>⁨{memory}⁩، بالكاد تكفي</translation>
    </message>
    <message>
        <source>{memory}, too large</source>
        <translation>⁨{memory}⁩، كبير جدًا</translation>
    </message>
    <message>
        <source>about {speed} as fast as it plays</source>
        <translation>أسرع من مدته بنحو ⁨{speed}⁩</translation>
    </message>
    <message>
        <source>about {speed}</source>
        <translation>نحو ⁨{speed}⁩</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Speech models</source>
        <translation>نماذج الكلام</translation>
    </message>
    <message>
        <source>Show all sizes and kinds</source>
        <translation>إظهار كل الأحجام والأنواع</translation>
    </message>
    <message>
        <source>Add a model folder…</source>
        <translation>إضافة مجلد نموذج…</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>الترجمة</translation>
    </message>
    <message>
        <source>Add languages…</source>
        <translation>إضافة لغات…</translation>
    </message>
    <message>
        <source>Add a package file…</source>
        <translation>إضافة ملف حزمة…</translation>
    </message>
    <message>
        <source>Without a connection: copy the folder of a Whisper model in CTranslate2 format, or an .argosmodel file, from another computer and add it here. A mirror of the model server is used when KOPIA_MODEL_ENDPOINT names it.</source>
        <translation>من دون اتصال: انسخ مجلد نموذج Whisper بتنسيق CTranslate2، أو ملف .argosmodel، من كمبيوتر آخر وأضفه هنا. ويُستخدم خادم مرآة للنماذج إذا سمّاه KOPIA_MODEL_ENDPOINT.</translation>
    </message>
    <message>
        <source>Models are downloaded once and work without a connection from then on. {size} are free on this disk.</source>
        <translation>تُنزَّل النماذج مرة واحدة ثم تعمل من دون اتصال. المساحة الحرة على هذا القرص: ⁨{size}⁩.</translation>
    </message>
    <message>
        <source>Choose the folder of a model</source>
        <translation>اختيار مجلد نموذج</translation>
    </message>
    <message>
        <source>Translation packages</source>
        <translation>حزم الترجمة</translation>
    </message>
    <message>
        <source>Choose a package</source>
        <translation>اختيار حزمة</translation>
    </message>
</context>
<context>
    <name>NotTakenDialog</name>
    <message>
        <source>Not taken</source>
        <translation>ما لم يُقبل</translation>
    </message>
    <message>
        <source>What was not taken, and why</source>
        <translation>ما لم يُقبل وسببه</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>نسخ الكل</translation>
    </message>
    <message numerus="yes">
        <source>%n more file(s) of other kinds.</source>
        <translation>
            <numerusform>لا ملفات أخرى من أنواع مختلفة.</numerusform>
            <numerusform>ملف آخر من نوع مختلف.</numerusform>
            <numerusform>ملفان آخران من أنواع مختلفة.</numerusform>
            <numerusform>%n ملفات أخرى من أنواع مختلفة.</numerusform>
            <numerusform>%n ملفًا آخر من أنواع مختلفة.</numerusform>
            <numerusform>%n ملف آخر من أنواع مختلفة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hidden file(s) or folder(s) were passed by.</source>
        <translation>
            <numerusform>لم يُتجاوز أي ملف أو مجلد مخفي.</numerusform>
            <numerusform>جرى تجاوز ملف أو مجلد مخفي واحد.</numerusform>
            <numerusform>جرى تجاوز ملفين أو مجلدين مخفيين.</numerusform>
            <numerusform>جرى تجاوز %n ملفات أو مجلدات مخفية.</numerusform>
            <numerusform>جرى تجاوز %n ملفًا أو مجلدًا مخفيًا.</numerusform>
            <numerusform>جرى تجاوز %n ملف أو مجلد مخفي.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s) lie too deep inside others.</source>
        <translation>
            <numerusform>لا مجلدات متداخلة بعمق زائد.</numerusform>
            <numerusform>مجلد واحد متداخل بعمق زائد.</numerusform>
            <numerusform>مجلدان متداخلان بعمق زائد.</numerusform>
            <numerusform>%n مجلدات متداخلة بعمق زائد.</numerusform>
            <numerusform>%n مجلدًا متداخلًا بعمق زائد.</numerusform>
            <numerusform>%n مجلد متداخل بعمق زائد.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NotTakenModel</name>
    <message>
        <source>Not an audio or video file; left out.</source>
        <translation>ليس ملف صوت أو فيديو؛ استُبعد.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>السبب</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Dismiss</source>
        <translation>تجاهل</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>fillers off</source>
        <translation>بلا كلمات حشو</translation>
    </message>
    <message>
        <source>fillers kept</source>
        <translation>مع كلمات الحشو</translation>
    </message>
</context>
<context>
    <name>OptionsButton</name>
    <message>
        <source>Options for new recordings: {options}</source>
        <translation>خيارات التسجيلات الجديدة: {options}</translation>
    </message>
</context>
<context>
    <name>OptionsForm</name>
    <message>
        <source>Spoken language</source>
        <translation>لغة الكلام</translation>
    </message>
    <message>
        <source>Speech model</source>
        <translation>نموذج الكلام</translation>
    </message>
    <message>
        <source>The starter model knows synthetic voices and a few hundred words only. On a real recording its text is nonsense.</source>
        <translation>لا يعرف النموذج التمهيدي إلا أصواتًا اصطناعية وبضع مئات من الكلمات. ومع تسجيل حقيقي لا معنى لنصه.</translation>
    </message>
    <message>
        <source>Get a speech model…</source>
        <translation>تنزيل نموذج كلام…</translation>
    </message>
    <message>
        <source>Leave out filler words</source>
        <translation>حذف كلمات الحشو</translation>
    </message>
    <message>
        <source>Um, uh and the like; they can be shown again any time.</source>
        <translation>«آه» و«أمم» وما شابه؛ يمكن إظهارها ثانيةً في أي وقت.</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>المفردات</translation>
    </message>
    <message>
        <source>Translate to</source>
        <translation>الترجمة إلى</translation>
    </message>
    <message>
        <source>For new recordings</source>
        <translation>للتسجيلات الجديدة</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>ال&amp;لغة</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>ال&amp;نموذج</translation>
    </message>
    <message>
        <source>&amp;Vocabulary</source>
        <translation>ال&amp;مفردات</translation>
    </message>
    <message>
        <source>&amp;Translate to</source>
        <translation>ال&amp;ترجمة إلى</translation>
    </message>
</context>
<context>
    <name>OptionsPanel</name>
    <message>
        <source>Options for new recordings</source>
        <translation>خيارات التسجيلات الجديدة</translation>
    </message>
</context>
<context>
    <name>OutcomeList</name>
    <message>
        <source>What became of each recording</source>
        <translation>نتيجة كل تسجيل</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation>
            <numerusform>لم يُكتب أي ملف.</numerusform>
            <numerusform>كُتب ملف واحد.</numerusform>
            <numerusform>كُتب ملفان.</numerusform>
            <numerusform>كُتبت %n ملفات.</numerusform>
            <numerusform>كُتب %n ملفًا.</numerusform>
            <numerusform>كُتب %n ملف.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s) could not be exported.</source>
        <translation>
            <numerusform>صُدّرت كل التسجيلات.</numerusform>
            <numerusform>تعذّر تصدير تسجيل واحد.</numerusform>
            <numerusform>تعذّر تصدير تسجيلين.</numerusform>
            <numerusform>تعذّر تصدير %n تسجيلات.</numerusform>
            <numerusform>تعذّر تصدير %n تسجيلًا.</numerusform>
            <numerusform>تعذّر تصدير %n تسجيل.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped before %n recording(s).</source>
        <translation>
            <numerusform>لم يتبقَّ أي تسجيل.</numerusform>
            <numerusform>توقف التصدير وبقي تسجيل واحد.</numerusform>
            <numerusform>توقف التصدير وبقي تسجيلان.</numerusform>
            <numerusform>توقف التصدير وبقيت %n تسجيلات.</numerusform>
            <numerusform>توقف التصدير وبقي %n تسجيلًا.</numerusform>
            <numerusform>توقف التصدير وبقي %n تسجيل.</numerusform>
        </translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} من {total}</translation>
    </message>
    <message>
        <source>The transcript is not complete yet; export it when it is.</source>
        <translation>لم يكتمل التفريغ بعد؛ صدّره عند اكتماله.</translation>
    </message>
    <message>
        <source>There is no such translation of it yet.</source>
        <translation>لا توجد له ترجمة كهذه بعد.</translation>
    </message>
</context>
<context>
    <name>PackageListRow</name>
    <message>
        <source>Look online</source>
        <translation>البحث عبر الشبكة</translation>
    </message>
    <message>
        <source>Look online which languages can be downloaded</source>
        <translation>البحث عبر الشبكة عن اللغات التي يمكن تنزيلها</translation>
    </message>
    <message>
        <source>There may be smaller packages for single languages.</source>
        <translation>قد تتوفر حزم أصغر للغات مفردة.</translation>
    </message>
    <message>
        <source>Asking which languages there are…</source>
        <translation>جارٍ السؤال عن اللغات المتاحة…</translation>
    </message>
</context>
<context>
    <name>PagedWindow</name>
    <message>
        <source>Pages</source>
        <translation>الصفحات</translation>
    </message>
</context>
<context>
    <name>PaintedRows</name>
    <message>
        <source>not translated</source>
        <translation>غير مترجم</translation>
    </message>
    <message>
        <source>The original has changed. Translate again</source>
        <translation>تغيّر الأصل. ترجمة من جديد</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>Picture</source>
        <translation>الصورة</translation>
    </message>
    <message>
        <source>Up and Down change its height.</source>
        <translation>يغيّر السهمان لأعلى ولأسفل ارتفاعها.</translation>
    </message>
</context>
<context>
    <name>Player</name>
    <message>
        <source>The recording is no longer where it was.</source>
        <translation>لم يعد التسجيل في مكانه.</translation>
    </message>
    <message>
        <source>The file there is not the one that was transcribed.</source>
        <translation>الملف الموجود هناك ليس الملف الذي جرى تفريغه.</translation>
    </message>
    <message>
        <source>The recording has not arrived yet.</source>
        <translation>لم يصل التسجيل بعد.</translation>
    </message>
    <message>
        <source>The recording can be played once work on it has begun.</source>
        <translation>يمكن تشغيل التسجيل بعد بدء العمل عليه.</translation>
    </message>
    <message>
        <source>Playing is not available on this computer; everything else works.</source>
        <translation>التشغيل غير متاح على هذا الكمبيوتر؛ كل ما عداه يعمل.</translation>
    </message>
    <message>
        <source>The recording cannot be played here; everything else works.</source>
        <translation>لا يمكن تشغيل التسجيل هنا؛ كل ما عداه يعمل.</translation>
    </message>
</context>
<context>
    <name>PlayerBar</name>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>تشغيل</translation>
    </message>
    <message>
        <source>Speed {speed}</source>
        <translation>السرعة {speed}</translation>
    </message>
    <message>
        <source>Speed ([ slower, ] faster)</source>
        <translation>السرعة (المفتاح ⁨[⁩ للإبطاء، والمفتاح ⁨]⁩ للتسريع)</translation>
    </message>
    <message>
        <source>On this computer voices become higher or lower with it.</source>
        <translation>على هذا الكمبيوتر تصبح الأصوات معها أعلى أو أخفض طبقةً.</translation>
    </message>
    <message>
        <source>5 seconds back</source>
        <translation>5 ثوانٍ إلى الخلف</translation>
    </message>
    <message>
        <source>5 seconds on</source>
        <translation>5 ثوانٍ إلى الأمام</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>الموضع</translation>
    </message>
    <message>
        <source>Loop the line</source>
        <translation>تكرار السطر</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>الصورة</translation>
    </message>
    <message>
        <source>Half a minute instead of the whole recording</source>
        <translation>نصف دقيقة بدلًا من التسجيل كاملًا</translation>
    </message>
    <message>
        <source>No sound device</source>
        <translation>لا يوجد جهاز صوت</translation>
    </message>
    <message>
        <source>Nothing is connected that could play sound; time and picture go on.</source>
        <translation>لا يوجد جهاز متصل يشغّل الصوت؛ يستمر الوقت والصورة.</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>كتم الصوت</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>مستوى الصوت</translation>
    </message>
</context>
<context>
    <name>PlayerNotice</name>
    <message>
        <source>Locate file…</source>
        <translation>تحديد مكان الملف…</translation>
    </message>
</context>
<context>
    <name>PlayerPanel</name>
    <message>
        <source>The waveform appears when the sound has been read.</source>
        <translation>تظهر الموجة الصوتية بعد قراءة الصوت.</translation>
    </message>
    <message>
        <source>There is no waveform of this recording.</source>
        <translation>لا توجد موجة صوتية لهذا التسجيل.</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>Format of the preview</source>
        <translation>تنسيق المعاينة</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>المعاينة</translation>
    </message>
    <message>
        <source>The file goes on; this is its start.</source>
        <translation>للملف بقية؛ وهذه بدايته.</translation>
    </message>
    <message>
        <source>There is no text yet.</source>
        <translation>لا يوجد نص بعد.</translation>
    </message>
</context>
<context>
    <name>PrivacyPage</name>
    <message>
        <source>What never leaves this computer</source>
        <translation>ما لا يغادر هذا الكمبيوتر أبدًا</translation>
    </message>
    <message>
        <source>Recordings, transcripts and translations. They are recognised and translated here; no network is needed. Nothing is counted, measured or reported to anybody.</source>
        <translation>التسجيلات والتفريغات والترجمات. يجري التعرّف والترجمة هنا دون حاجة إلى شبكة. لا يُعدّ شيء ولا يُقاس ولا يُبلَّغ لأحد.</translation>
    </message>
    <message>
        <source>When the network is used</source>
        <translation>متى تُستخدم الشبكة</translation>
    </message>
    <message>
        <source>Only when you ask for it: to fetch a recording from a link that you add, and to tell a program that asked through the API, at the address it gave.</source>
        <translation>عندما تطلب ذلك فقط: لجلب تسجيل من رابط تضيفه، ولإبلاغ برنامج طلب ذلك عبر واجهة API، على العنوان الذي حدده.</translation>
    </message>
    <message>
        <source>What is kept where</source>
        <translation>ما يُحفظ وأين</translation>
    </message>
    <message>
        <source>Transcripts, settings, models and logs are in {folder}. Your recordings stay where they are and are never changed. Logs hold no text and no key. What you delete is overwritten in the database.</source>
        <translation>التفريغات والإعدادات والنماذج والسجلات محفوظة في ⁨{folder}⁩. تبقى تسجيلاتك في مكانها ولا تُغيَّر أبدًا. لا تحتوي السجلات على نص ولا مفتاح. وما تحذفه يُكتب فوقه في قاعدة البيانات.</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message>
        <source>This folder cannot be read. Check that you may open it.</source>
        <translation>لا يمكن قراءة هذا المجلد. تأكد من أن لديك إذن فتحه.</translation>
    </message>
    <message>
        <source>There is no audio or video file in this folder.</source>
        <translation>لا يوجد ملف صوت أو فيديو في هذا المجلد.</translation>
    </message>
    <message>
        <source>There is more in it than can be added at once. Add its folders one by one.</source>
        <translation>فيه أكثر مما يمكن إضافته دفعة واحدة. أضف مجلداته واحدًا واحدًا.</translation>
    </message>
    <message>
        <source>The file is no longer where it was. Add it again from where it is now.</source>
        <translation>لم يعد الملف في مكانه. أضفه من جديد من مكانه الحالي.</translation>
    </message>
</context>
<context>
    <name>SearchResults</name>
    <message numerus="yes">
        <source>Only the newest %n sentence(s) are shown.</source>
        <translation>
            <numerusform>لا تُعرض أي جملة.</numerusform>
            <numerusform>تُعرض أحدث جملة فقط.</numerusform>
            <numerusform>تُعرض أحدث جملتين فقط.</numerusform>
            <numerusform>تُعرض أحدث %n جمل فقط.</numerusform>
            <numerusform>تُعرض أحدث %n جملة فقط.</numerusform>
            <numerusform>تُعرض أحدث %n جملة فقط.</numerusform>
        </translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>جارٍ البحث…</translation>
    </message>
    <message>
        <source>Nothing found for «{text}»</source>
        <translation>لا نتائج للبحث عن «{text}»</translation>
    </message>
</context>
<context>
    <name>Searching</name>
    <message>
        <source>Went on from the beginning.</source>
        <translation>تابع البحث من البداية.</translation>
    </message>
    <message>
        <source>Went on from the end.</source>
        <translation>تابع البحث من النهاية.</translation>
    </message>
    <message numerus="yes">
        <source>Replaced in %n line(s).</source>
        <translation>
            <numerusform>لم يُستبدل شيء.</numerusform>
            <numerusform>جرى الاستبدال في سطر واحد.</numerusform>
            <numerusform>جرى الاستبدال في سطرين.</numerusform>
            <numerusform>جرى الاستبدال في %n أسطر.</numerusform>
            <numerusform>جرى الاستبدال في %n سطرًا.</numerusform>
            <numerusform>جرى الاستبدال في %n سطر.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>No vocabulary</source>
        <translation>بلا مفردات</translation>
    </message>
    <message>
        <source>As the computer</source>
        <translation>كما في الكمبيوتر</translation>
    </message>
    <message>
        <source>Spoken language</source>
        <translation>لغة الكلام</translation>
    </message>
    <message>
        <source>Speech model</source>
        <translation>نموذج الكلام</translation>
    </message>
    <message>
        <source>Leave filler words out</source>
        <translation>حذف كلمات الحشو</translation>
    </message>
    <message>
        <source>Thoroughness</source>
        <translation>الدقة في البحث</translation>
    </message>
    <message>
        <source>Translate to</source>
        <translation>الترجمة إلى</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>المفردات</translation>
    </message>
    <message>
        <source>Run on</source>
        <translation>التشغيل على</translation>
    </message>
    <message>
        <source>Number format</source>
        <translation>صيغة الأعداد</translation>
    </message>
    <message>
        <source>Processor threads</source>
        <translation>مسارات المعالج</translation>
    </message>
    <message>
        <source>Processes at once</source>
        <translation>العمليات المتزامنة</translation>
    </message>
    <message>
        <source>Unload the model after</source>
        <translation>تفريغ النموذج من الذاكرة بعد</translation>
    </message>
    <message>
        <source>Longest recording</source>
        <translation>أطول تسجيل</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>الأسطر</translation>
    </message>
    <message>
        <source>Line length</source>
        <translation>طول السطر</translation>
    </message>
    <message>
        <source>Line length, East Asian</source>
        <translation>طول السطر، لغات شرق آسيا</translation>
    </message>
    <message>
        <source>Reading speed</source>
        <translation>سرعة القراءة</translation>
    </message>
    <message>
        <source>Reading speed, East Asian</source>
        <translation>سرعة القراءة، لغات شرق آسيا</translation>
    </message>
    <message>
        <source>Shortest time</source>
        <translation>أقصر مدة</translation>
    </message>
    <message>
        <source>Longest time</source>
        <translation>أطول مدة</translation>
    </message>
    <message>
        <source>Pause between subtitles</source>
        <translation>الفاصل بين الترجمات المصاحبة</translation>
    </message>
    <message>
        <source>Serve the API</source>
        <translation>تشغيل واجهة API</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>المنفذ</translation>
    </message>
    <message>
        <source>IPv6 too</source>
        <translation>‏IPv6 أيضًا</translation>
    </message>
    <message>
        <source>Most unfinished jobs</source>
        <translation>أقصى عدد للمهام غير المكتملة</translation>
    </message>
    <message>
        <source>Largest recording</source>
        <translation>أكبر تسجيل</translation>
    </message>
    <message>
        <source>Export by itself</source>
        <translation>التصدير تلقائيًا</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>التنسيقات</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>المجلد</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>السمة</translation>
    </message>
    <message>
        <source>Language of the window</source>
        <translation>لغة النافذة</translation>
    </message>
    <message>
        <source>Reading size</source>
        <translation>حجم خط القراءة</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>الحركة</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>الإشعارات</translation>
    </message>
    <message>
        <source>Names in notifications</source>
        <translation>الأسماء في الإشعارات</translation>
    </message>
    <message>
        <source>Keep running in the tray</source>
        <translation>مواصلة العمل في علبة النظام</translation>
    </message>
    <message>
        <source>What is spoken in new recordings, if you know it.</source>
        <translation>ما يُتكلَّم به في التسجيلات الجديدة إن كنت تعرفه.</translation>
    </message>
    <message>
        <source>New recordings are translated to what is checked here.</source>
        <translation>تُترجم التسجيلات الجديدة إلى ما يُحدَّد هنا.</translation>
    </message>
    <message>
        <source>Names and terms to listen for in new recordings, and how they are spelled.</source>
        <translation>أسماء ومصطلحات يُنصَت إليها في التسجيلات الجديدة، وكيفية كتابتها.</translation>
    </message>
    <message>
        <source>Automatic takes the graphics card when it really works.</source>
        <translation>يستخدم «تلقائي» بطاقة الرسومات إذا كانت تعمل حقًا.</translation>
    </message>
    <message>
        <source>How the model reckons; automatic takes the fastest of the device.</source>
        <translation>كيف يحسب النموذج؛ يختار «تلقائي» الأسرع على الجهاز.</translation>
    </message>
    <message>
        <source>How much of the processor is used in all.</source>
        <translation>مقدار ما يُستخدم من المعالج إجمالًا.</translation>
    </message>
    <message>
        <source>Automatic decides by the processor&apos;s cores and the memory.</source>
        <translation>يقرّر «تلقائي» بحسب أنوية المعالج والذاكرة.</translation>
    </message>
    <message>
        <source>Without work for so long, the memory of the model is given back.</source>
        <translation>بعد هذه المدة بلا عمل تُحرَّر ذاكرة النموذج.</translation>
    </message>
    <message>
        <source>Longer ones are not accepted.</source>
        <translation>لا تُقبل التسجيلات الأطول.</translation>
    </message>
    <message>
        <source>No subtitle stands for less.</source>
        <translation>لا تظهر أي ترجمة مصاحبة لمدة أقصر.</translation>
    </message>
    <message>
        <source>No subtitle stands for more.</source>
        <translation>لا تظهر أي ترجمة مصاحبة لمدة أطول.</translation>
    </message>
    <message>
        <source>So that the eye sees the change.</source>
        <translation>كي تلحظ العين التغيير.</translation>
    </message>
    <message>
        <source>Where programs of this computer find the API.</source>
        <translation>حيث تجد برامج هذا الكمبيوتر واجهة API.</translation>
    </message>
    <message>
        <source>Also for programs that ask for ::1.</source>
        <translation>أيضًا للبرامج التي تطلب ⁦::1⁩.</translation>
    </message>
    <message>
        <source>With so many, the API takes no more; the window still does.</source>
        <translation>عند هذا العدد لا تقبل واجهة API المزيد، أما النافذة فتقبل.</translation>
    </message>
    <message>
        <source>Larger ones are neither uploaded nor fetched.</source>
        <translation>ما هو أكبر لا يُرفع ولا يُجلب.</translation>
    </message>
    <message>
        <source>One file is written in each.</source>
        <translation>يُكتب ملف بكل منها.</translation>
    </message>
    <message>
        <source>Where those files go.</source>
        <translation>حيث تُحفظ تلك الملفات.</translation>
    </message>
    <message>
        <source>Follow the computer, or stay as you like.</source>
        <translation>اتّباع مظهر الكمبيوتر أو الثبات على ما تفضّل.</translation>
    </message>
    <message>
        <source>Windows that are open now change when the program is next started.</source>
        <translation>تتغيّر النوافذ المفتوحة الآن عند تشغيل البرنامج في المرة القادمة.</translation>
    </message>
    <message>
        <source>Size of the transcript&apos;s letters.</source>
        <translation>حجم حروف التفريغ.</translation>
    </message>
    <message>
        <source>Speech model for new recordings.</source>
        <translation>نموذج الكلام للتسجيلات الجديدة.</translation>
    </message>
    <message>
        <source>Leave um, uh and the like out; can be switched back.</source>
        <translation>حذف «آه» و«أمم» وما شابه؛ يمكن الرجوع عنه.</translation>
    </message>
    <message>
        <source>Alternatives followed while recognising; 1 is fastest.</source>
        <translation>عدد البدائل التي تُتبَع أثناء التعرّف؛ والرقم 1 هو الأسرع.</translation>
    </message>
    <message>
        <source>Lines in a cue.</source>
        <translation>عدد الأسطر في الترجمة المصاحبة الواحدة.</translation>
    </message>
    <message>
        <source>Characters in a line.</source>
        <translation>عدد الحروف في السطر.</translation>
    </message>
    <message>
        <source>Characters in a line of Chinese, Japanese or Korean.</source>
        <translation>عدد الحروف في سطر صيني أو ياباني أو كوري.</translation>
    </message>
    <message>
        <source>Characters a second a reader can follow.</source>
        <translation>عدد الحروف في الثانية التي يستطيع القارئ متابعتها.</translation>
    </message>
    <message>
        <source>The same for Chinese, Japanese and Korean.</source>
        <translation>الأمر نفسه للصينية واليابانية والكورية.</translation>
    </message>
    <message>
        <source>Serve the REST API to programs of this computer that know its key.</source>
        <translation>إتاحة واجهة REST API لبرامج هذا الكمبيوتر التي تعرف مفتاحها.</translation>
    </message>
    <message>
        <source>Write a file when a transcript is complete.</source>
        <translation>كتابة ملف عند اكتمال التفريغ.</translation>
    </message>
    <message>
        <source>Animate what moves, unless the computer says otherwise.</source>
        <translation>تحريك ما يتحرك، ما لم يحدد الكمبيوتر غير ذلك.</translation>
    </message>
    <message>
        <source>Notify when a recording is done and the window is not in front.</source>
        <translation>إرسال إشعار عند انتهاء تسجيل والنافذة ليست في المقدمة.</translation>
    </message>
    <message>
        <source>Name the recording in notifications.</source>
        <translation>ذكر اسم التسجيل في الإشعارات.</translation>
    </message>
    <message>
        <source>Keep running in the tray when the window is closed.</source>
        <translation>مواصلة العمل في علبة النظام عند إغلاق النافذة.</translation>
    </message>
    <message>
        <source> min</source>
        <translation> د</translation>
    </message>
    <message>
        <source> h</source>
        <translation> س</translation>
    </message>
    <message>
        <source> characters</source>
        <translation> حرفًا</translation>
    </message>
    <message>
        <source> characters/s</source>
        <translation> حرفًا/ث</translation>
    </message>
    <message>
        <source> s</source>
        <translation> ث</translation>
    </message>
    <message>
        <source> GiB</source>
        <translation> غيبيبايت</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> نقطة</translation>
    </message>
    <message>
        <source>All cores</source>
        <translation>كل الأنوية</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>تلقائي</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>فورًا</translation>
    </message>
    <message>
        <source>Any free one</source>
        <translation>أي منفذ متاح</translation>
    </message>
    <message>
        <source>None</source>
        <translation>بلا</translation>
    </message>
    <message>
        <source>Processor (CPU)</source>
        <translation>المعالج (CPU)</translation>
    </message>
    <message>
        <source>Graphics card (CUDA)</source>
        <translation>بطاقة الرسومات (CUDA)</translation>
    </message>
    <message>
        <source>8-bit integers (int8)</source>
        <translation>أعداد صحيحة 8 بت (int8)</translation>
    </message>
    <message>
        <source>8-bit and 32-bit (int8_float32)</source>
        <translation>8 بت و32 بت (int8_float32)</translation>
    </message>
    <message>
        <source>8-bit and 16-bit (int8_float16)</source>
        <translation>8 بت و16 بت (int8_float16)</translation>
    </message>
    <message>
        <source>16-bit (float16)</source>
        <translation>16 بت (float16)</translation>
    </message>
    <message>
        <source>16-bit (bfloat16)</source>
        <translation>16 بت (bfloat16)</translation>
    </message>
    <message>
        <source>32-bit (float32)</source>
        <translation>32 بت (float32)</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>Subtitles (SRT)</source>
        <translation>ترجمات مصاحبة (SRT)</translation>
    </message>
    <message>
        <source>Subtitles for the web (VTT)</source>
        <translation>ترجمات مصاحبة للويب (VTT)</translation>
    </message>
    <message>
        <source>Plain text (TXT)</source>
        <translation>نص عادي (TXT)</translation>
    </message>
    <message>
        <source>Plain text with times (TXT)</source>
        <translation>نص عادي مع الأوقات (TXT)</translation>
    </message>
    <message>
        <source>All data with words (JSON)</source>
        <translation>كل البيانات مع الكلمات (JSON)</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>جدول (CSV)</translation>
    </message>
    <message>
        <source>Markdown (MD)</source>
        <translation>‏Markdown ‏(MD)</translation>
    </message>
    <message>
        <source>Word document (DOCX)</source>
        <translation>مستند Word ‏(DOCX)</translation>
    </message>
    <message>
        <source>Web page (HTML)</source>
        <translation>صفحة ويب (HTML)</translation>
    </message>
</context>
<context>
    <name>SettingsWindow</name>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>البحث في الإعدادات</translation>
    </message>
    <message>
        <source>No setting is called that.</source>
        <translation>لا يوجد إعداد بهذا الاسم.</translation>
    </message>
    <message>
        <source>Transcription</source>
        <translation>التفريغ</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>النماذج</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>التخزين</translation>
    </message>
    <message>
        <source>API</source>
        <translation>API</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>الخصوصية</translation>
    </message>
    <message>
        <source>Subtitles</source>
        <translation>الترجمات المصاحبة</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>التصدير</translation>
    </message>
</context>
<context>
    <name>StartUp</name>
    <message>
        <source>The settings file could not be read, so the settings are as on the first day. The old file was kept as {name}.</source>
        <translation>تعذّرت قراءة ملف الإعدادات، لذا عادت الإعدادات كما كانت في اليوم الأول. حُفظ الملف القديم باسم ⁨{name}⁩.</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>إظهاره</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation>فتح الإعدادات</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Copy key</source>
        <translation>نسخ المفتاح</translation>
    </message>
    <message>
        <source>Copy the API key</source>
        <translation>نسخ مفتاح API</translation>
    </message>
    <message>
        <source>Copy the API key, for programs of this computer</source>
        <translation>نسخ مفتاح API لبرامج هذا الكمبيوتر</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>تم النسخ</translation>
    </message>
    <message>
        <source>The engine has stopped because of an error. Start the program again.</source>
        <translation>توقف المحرك بسبب خطأ. شغّل البرنامج من جديد.</translation>
    </message>
    <message>
        <source>{model} · ready</source>
        <translation>⁨{model}⁩ · جاهز</translation>
    </message>
    <message>
        <source>GPU</source>
        <translation>GPU</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>{model} on {device} ({reason})</source>
        <translation>⁨{model}⁩ على {device} ({reason})</translation>
    </message>
    <message>
        <source>chosen in the settings</source>
        <translation>حُدّد في الإعدادات</translation>
    </message>
    <message>
        <source>no NVIDIA driver found</source>
        <translation>لم يُعثر على برنامج تشغيل NVIDIA</translation>
    </message>
    <message>
        <source>CUDA works</source>
        <translation>‏CUDA يعمل</translation>
    </message>
    <message>
        <source>API on  {url}</source>
        <translation>‏API تعمل  ⁨{url}⁩</translation>
    </message>
    <message>
        <source>API off</source>
        <translation>‏API متوقفة</translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>لا شيء قيد العمل</numerusform>
            <numerusform>مهمة واحدة قيد العمل</numerusform>
            <numerusform>مهمتان قيد العمل</numerusform>
            <numerusform>%n مهام قيد العمل</numerusform>
            <numerusform>%n مهمة قيد العمل</numerusform>
            <numerusform>%n مهمة قيد العمل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>لا شيء في الانتظار</numerusform>
            <numerusform>مهمة واحدة في الانتظار</numerusform>
            <numerusform>مهمتان في الانتظار</numerusform>
            <numerusform>%n مهام في الانتظار</numerusform>
            <numerusform>%n مهمة في الانتظار</numerusform>
            <numerusform>%n مهمة في الانتظار</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paused</source>
        <translation>
            <numerusform>لا شيء متوقف مؤقتًا</numerusform>
            <numerusform>مهمة واحدة متوقفة مؤقتًا</numerusform>
            <numerusform>مهمتان متوقفتان مؤقتًا</numerusform>
            <numerusform>%n مهام متوقفة مؤقتًا</numerusform>
            <numerusform>%n مهمة متوقفة مؤقتًا</numerusform>
            <numerusform>%n مهمة متوقفة مؤقتًا</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StoragePage</name>
    <message>
        <source>Looking…</source>
        <translation>جارٍ الفحص…</translation>
    </message>
    <message>
        <source>Clean up</source>
        <translation>التنظيف</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>مجلد البيانات</translation>
    </message>
    <message>
        <source>Transcripts</source>
        <translation>التفريغات</translation>
    </message>
    <message>
        <source>Recordings received</source>
        <translation>التسجيلات المستلمة</translation>
    </message>
    <message>
        <source>Unfinished work</source>
        <translation>الأعمال غير المكتملة</translation>
    </message>
    <message>
        <source>Waveforms</source>
        <translation>الموجات الصوتية</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>النماذج</translation>
    </message>
    <message>
        <source>Logs</source>
        <translation>السجلات</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>النسخ الاحتياطية</translation>
    </message>
    <message>
        <source>Remove received recordings</source>
        <translation>إزالة التسجيلات المستلمة</translation>
    </message>
    <message>
        <source>Recordings that came through the API or a link, of completed jobs. Their transcripts stay, but can no longer be listened to here.</source>
        <translation>تسجيلات المهام المكتملة التي وردت عبر واجهة API أو رابط. تبقى تفريغاتها، لكن لا يمكن الاستماع إليها هنا بعد ذلك.</translation>
    </message>
    <message>
        <source>Remove backups</source>
        <translation>إزالة النسخ الاحتياطية</translation>
    </message>
    <message>
        <source>Copies of the database from before an update of the program.</source>
        <translation>نسخ من قاعدة البيانات تعود إلى ما قبل تحديث البرنامج.</translation>
    </message>
    <message>
        <source>Remove old logs</source>
        <translation>إزالة السجلات القديمة</translation>
    </message>
    <message>
        <source>Those that are written now stay.</source>
        <translation>تبقى السجلات التي تُكتب الآن.</translation>
    </message>
    <message>
        <source>Remove leftovers</source>
        <translation>إزالة المخلفات</translation>
    </message>
    <message>
        <source>Unfinished work and waveforms of jobs that are gone.</source>
        <translation>أعمال غير مكتملة وموجات صوتية لمهام لم تعد موجودة.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Open the data folder</source>
        <translation>فتح مجلد البيانات</translation>
    </message>
    <message>
        <source>Start the program with --data-dir, or set KOPIA_DATA_DIR, to use another.</source>
        <translation>لاستخدام مجلد آخر شغّل البرنامج مع ⁨--data-dir⁩ أو عيّن KOPIA_DATA_DIR.</translation>
    </message>
    <message>
        <source>{taken} in the data folder, {free} free on its disk.</source>
        <translation>⁨{taken}⁩ في مجلد البيانات، و⁨{free}⁩ متاحة على قرصه.</translation>
    </message>
    <message>
        <source>Really remove?</source>
        <translation>هل تريد الإزالة فعلًا؟</translation>
    </message>
    <message>
        <source>{size} came free.</source>
        <translation>تم تحرير ⁨{size}⁩.</translation>
    </message>
    <message>
        <source>There was nothing to remove.</source>
        <translation>لم يكن هناك ما يُزال.</translation>
    </message>
</context>
<context>
    <name>TargetsModel</name>
    <message>
        <source>translated already</source>
        <translation>مترجَمة بالفعل</translation>
    </message>
    <message>
        <source>no open model knows this language</source>
        <translation>لا نموذج مفتوح يعرف هذه اللغة</translation>
    </message>
    <message>
        <source>on its way: {name}</source>
        <translation>في الطريق: ⁨{name}⁩</translation>
    </message>
    <message>
        <source>about {size} to download: {name}</source>
        <translation>للتنزيل نحو ⁨{size}⁩: ⁨{name}⁩</translation>
    </message>
    <message>
        <source>Ready on this computer</source>
        <translation>جاهزة على هذا الكمبيوتر</translation>
    </message>
    <message>
        <source>One download away</source>
        <translation>متاحة بتنزيل واحد</translation>
    </message>
    <message>
        <source>Not available</source>
        <translation>غير متاحة</translation>
    </message>
</context>
<context>
    <name>TargetsPanel</name>
    <message>
        <source>Translate with</source>
        <translation>الترجمة بواسطة</translation>
    </message>
    <message>
        <source>starter package</source>
        <translation>حزمة تمهيدية</translation>
    </message>
    <message>
        <source>{names}, at once</source>
        <translation>{names}، فورًا</translation>
    </message>
    <message>
        <source>{names}, {size}</source>
        <translation>{names}، ⁨{size}⁩</translation>
    </message>
    <message>
        <source>That needs {needed} of the disk, {free} are free.</source>
        <translation>يحتاج ذلك إلى ⁨{needed}⁩ من القرص، والمساحة الحرة ⁨{free}⁩.</translation>
    </message>
    <message>
        <source>Tick one language or several.</source>
        <translation>علّم على لغة أو أكثر.</translation>
    </message>
    <message>
        <source>{languages}: a starter package that knows a few hundred words only. It shows how translating works; of a real recording it makes nonsense.</source>
        <translation>{languages}: حزمة تمهيدية لا تعرف إلا بضع مئات من الكلمات. وهي تبيّن كيف تعمل الترجمة؛ ومع تسجيل حقيقي لا معنى لنصها.</translation>
    </message>
</context>
<context>
    <name>TargetsView</name>
    <message>
        <source>Find a language by its name or code</source>
        <translation>البحث عن لغة باسمها أو رمزها</translation>
    </message>
    <message>
        <source>Find a language</source>
        <translation>البحث عن لغة</translation>
    </message>
    <message>
        <source>Enter ticks the one that fits best.</source>
        <translation>يعلّم مفتاح Enter على أنسبها.</translation>
    </message>
    <message>
        <source>No language is called that.</source>
        <translation>لا توجد لغة بهذا الاسم.</translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message>
        <source>{seconds} s left</source>
        <translation>يتبقى {seconds} ث</translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation>يتبقى {minutes} د</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min left</source>
        <translation>يتبقى {hours} س {minutes} د</translation>
    </message>
    <message>
        <source>{number} %</source>
        <translation>{number}%</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Search all transcripts</source>
        <translation>البحث في كل التفريغات</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>إضافة</translation>
    </message>
    <message>
        <source>Add recordings</source>
        <translation>إضافة تسجيلات</translation>
    </message>
    <message>
        <source>Add recordings (drop them anywhere, too)</source>
        <translation>إضافة تسجيلات (أو إفلاتها في أي مكان)</translation>
    </message>
</context>
<context>
    <name>TranscriptHeader</name>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Filler words</source>
        <translation>كلمات الحشو</translation>
    </message>
    <message>
        <source>Original, {language}</source>
        <translation>الأصل، {language}</translation>
    </message>
    <message numerus="yes">
        <source>%n doubtful</source>
        <translation>
            <numerusform>لا شيء مشكوك فيه</numerusform>
            <numerusform>سطر مشكوك فيه</numerusform>
            <numerusform>سطران مشكوك فيهما</numerusform>
            <numerusform>%n أسطر مشكوك فيها</numerusform>
            <numerusform>%n سطرًا مشكوكًا فيه</numerusform>
            <numerusform>%n سطر مشكوك فيه</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Translate %n line(s) again</source>
        <translation>
            <numerusform>لا أسطر لإعادة ترجمتها</numerusform>
            <numerusform>إعادة ترجمة سطر واحد</numerusform>
            <numerusform>إعادة ترجمة سطرين</numerusform>
            <numerusform>إعادة ترجمة %n أسطر</numerusform>
            <numerusform>إعادة ترجمة %n سطرًا</numerusform>
            <numerusform>إعادة ترجمة %n سطر</numerusform>
        </translation>
    </message>
    <message>
        <source>{language}, failed</source>
        <translation>{language}، فشلت</translation>
    </message>
    <message>
        <source>{language}, being translated: {percent}</source>
        <translation>{language}، قيد الترجمة: {percent}</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>ترجمة</translation>
    </message>
    <message>
        <source>Translate into another language</source>
        <translation>الترجمة إلى لغة أخرى</translation>
    </message>
    <message>
        <source>Save as subtitles or text</source>
        <translation>حفظ كترجمات مصاحبة أو كنص</translation>
    </message>
    <message>
        <source>Doubtful: go to the next passage (F8)</source>
        <translation>مشكوك فيه: الانتقال إلى الموضع التالي (F8)</translation>
    </message>
    <message>
        <source>The original has changed there since it was translated</source>
        <translation>تغيّر الأصل هناك منذ ترجمته</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>ظاهرة</translation>
    </message>
    <message>
        <source>Filler words shown</source>
        <translation>إظهار كلمات الحشو</translation>
    </message>
    <message>
        <source>struck</source>
        <translation>مشطوبة</translation>
    </message>
    <message>
        <source>Filler words struck</source>
        <translation>شطب كلمات الحشو</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>مخفية</translation>
    </message>
    <message>
        <source>Filler words hidden</source>
        <translation>إخفاء كلمات الحشو</translation>
    </message>
    <message>
        <source>Um, uh, hmm and the like</source>
        <translation>«آه» و«أمم» و«همم» وما شابه</translation>
    </message>
</context>
<context>
    <name>TranscriptModel</name>
    <message>
        <source>not translated</source>
        <translation>غير مترجم</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>مشكوك فيه</translation>
    </message>
    <message>
        <source>the original has changed since</source>
        <translation>تغيّر الأصل منذ ذلك الحين</translation>
    </message>
    <message>
        <source>The model was unsure of the marked words. F8 goes to the next.</source>
        <translation>لم يكن النموذج متأكدًا من الكلمات المميّزة. ينقلك F8 إلى الموضع التالي.</translation>
    </message>
    <message>
        <source>The model was unsure here. F8 goes to the next.</source>
        <translation>لم يكن النموذج متأكدًا هنا. ينقلك F8 إلى الموضع التالي.</translation>
    </message>
    <message>
        <source>The model repeated itself here; repeats were taken out.</source>
        <translation>كرّر النموذج نفسه هنا؛ وأُزيل المكرر.</translation>
    </message>
    <message>
        <source>There is hardly any speech here.</source>
        <translation>لا يكاد يوجد كلام هنا.</translation>
    </message>
</context>
<context>
    <name>TranscriptPage</name>
    <message>
        <source>Copy what was typed</source>
        <translation>نسخ ما كُتب</translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>Transcript</source>
        <translation>التفريغ</translation>
    </message>
</context>
<context>
    <name>TranscriptionPage</name>
    <message>
        <source>Engine</source>
        <translation>المحرك</translation>
    </message>
    <message>
        <source>No vocabulary</source>
        <translation>بلا مفردات</translation>
    </message>
</context>
<context>
    <name>TranslateDialog</name>
    <message>
        <source>Translate</source>
        <translation>ترجمة</translation>
    </message>
    <message>
        <source>{languages}: translated as soon as the download is here.</source>
        <translation>{languages}: تُترجم فور وصول التنزيل.</translation>
    </message>
    <message>
        <source>Translate from {language} into:</source>
        <translation>الترجمة من {language} إلى:</translation>
    </message>
    <message>
        <source>Nobody speaks here, so there is nothing to translate.</source>
        <translation>لا أحد يتكلم هنا، فلا شيء للترجمة.</translation>
    </message>
    <message>
        <source>Download {size} and translate</source>
        <translation>تنزيل ⁨{size}⁩ ثم الترجمة</translation>
    </message>
</context>
<context>
    <name>Translators</name>
    <message>
        <source>starter package, for trying out</source>
        <translation>حزمة تمهيدية، للتجربة</translation>
    </message>
    <message>
        <source>the same words in another script</source>
        <translation>الكلمات نفسها بكتابة أخرى</translation>
    </message>
    <message>
        <source>{name}, via {languages}</source>
        <translation>⁨{name}⁩، عبر {languages}</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Open Kopia Desktop</source>
        <translation>فتح Kopia Desktop</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message numerus="yes">
        <source>%n transcript(s) ready</source>
        <translation>
            <numerusform>لا تفريغات جاهزة</numerusform>
            <numerusform>تفريغ واحد جاهز</numerusform>
            <numerusform>تفريغان جاهزان</numerusform>
            <numerusform>%n تفريغات جاهزة</numerusform>
            <numerusform>%n تفريغًا جاهزًا</numerusform>
            <numerusform>%n تفريغ جاهز</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) failed</source>
        <translation>
            <numerusform>لم تفشل أي مهمة</numerusform>
            <numerusform>فشلت مهمة واحدة</numerusform>
            <numerusform>فشلت مهمتان</numerusform>
            <numerusform>فشلت %n مهام</numerusform>
            <numerusform>فشلت %n مهمة</numerusform>
            <numerusform>فشلت %n مهمة</numerusform>
        </translation>
    </message>
    <message>
        <source>A job failed</source>
        <translation>فشلت مهمة</translation>
    </message>
    <message>
        <source>Transcript ready</source>
        <translation>التفريغ جاهز</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Undo the deletion</source>
        <translation>التراجع عن الحذف</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) deleted</source>
        <translation>
            <numerusform>لم تُحذف أي مهمة</numerusform>
            <numerusform>حُذفت مهمة واحدة</numerusform>
            <numerusform>حُذفت مهمتان</numerusform>
            <numerusform>حُذفت %n مهام</numerusform>
            <numerusform>حُذفت %n مهمة</numerusform>
            <numerusform>حُذفت %n مهمة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Vocabulary</name>
    <message>
        <source>Line {line}: a name or term belongs before the =.</source>
        <translation>السطر {line}: يجب أن يسبق علامة = اسم أو مصطلح.</translation>
    </message>
    <message>
        <source>Line {line}: there can be one = only.</source>
        <translation>السطر {line}: لا يجوز سوى علامة = واحدة.</translation>
    </message>
    <message>
        <source>Line {line}: “{text}” is longer than {most} characters.</source>
        <translation>السطر {line}: «⁨{text}⁩» أطول من {most} حرف.</translation>
    </message>
    <message>
        <source>Line {line}: “{text}” holds no letter and no digit.</source>
        <translation>السطر {line}: لا يحتوي «⁨{text}⁩» على حرف ولا رقم.</translation>
    </message>
    <message>
        <source>Line {line}: “{text}” has more than {most} spellings.</source>
        <translation>السطر {line}: للمصطلح «⁨{text}⁩» أكثر من {most} صيغة.</translation>
    </message>
    <message>
        <source>Line {line}: a list holds {most} terms at most.</source>
        <translation>السطر {line}: تتسع القائمة لعدد {most} من المصطلحات على الأكثر.</translation>
    </message>
    <message>
        <source>Line {line}: “{text}” would stand for two terms.</source>
        <translation>السطر {line}: سيدل «⁨{text}⁩» على مصطلحين.</translation>
    </message>
    <message>
        <source>A model can listen for {some} of them at once; all of them are spelled as you wish.</source>
        <translation>يمكن للنموذج الإنصات إلى {some} منها في آن واحد؛ وتُكتب كلها كما تريد.</translation>
    </message>
    <message numerus="yes">
        <source>%n term(s).</source>
        <translation>
            <numerusform>لا مصطلحات.</numerusform>
            <numerusform>مصطلح واحد.</numerusform>
            <numerusform>مصطلحان.</numerusform>
            <numerusform>%n مصطلحات.</numerusform>
            <numerusform>%n مصطلحًا.</numerusform>
            <numerusform>%n مصطلح.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VocabularyBox</name>
    <message>
        <source>None</source>
        <translation>بلا</translation>
    </message>
    <message>
        <source>Edit lists…</source>
        <translation>تحرير القوائم…</translation>
    </message>
</context>
<context>
    <name>VocabularyDialog</name>
    <message>
        <source>Vocabulary</source>
        <translation>المفردات</translation>
    </message>
    <message>
        <source>&amp;Use this list for new recordings</source>
        <translation>ا&amp;ستخدام هذه القائمة للتسجيلات الجديدة</translation>
    </message>
    <message>
        <source>U&amp;ndo</source>
        <translation>ت&amp;راجع</translation>
    </message>
    <message>
        <source>The list “{name}” was removed.</source>
        <translation>أُزيلت القائمة «⁨{name}⁩».</translation>
    </message>
    <message>
        <source>The marked lines are not kept. Mend them, or close again to drop them.</source>
        <translation>لا تُحفَظ الأسطر المعلَّمة. صحّحها، أو أغلق مرة أخرى لتجاهلها.</translation>
    </message>
</context>
<context>
    <name>VocabularyEditor</name>
    <message>
        <source>One name or term a line. After = write what is heard instead; it is replaced wherever it stands.</source>
        <translation>اسم أو مصطلح واحد في كل سطر. بعد = اكتب ما يُسمَع بدلًا منه؛ يُستبدل حيثما ورد.</translation>
    </message>
    <message>
        <source>Names and terms</source>
        <translation>الأسماء والمصطلحات</translation>
    </message>
</context>
<context>
    <name>VocabularyLists</name>
    <message>
        <source>&amp;Lists</source>
        <translation>ال&amp;قوائم</translation>
    </message>
    <message>
        <source>Lists of names and terms</source>
        <translation>قوائم الأسماء والمصطلحات</translation>
    </message>
    <message>
        <source>&amp;New list</source>
        <translation>قائمة &amp;جديدة</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>إعادة ال&amp;تسمية</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>إ&amp;زالة</translation>
    </message>
    <message>
        <source>New list</source>
        <translation>قائمة جديدة</translation>
    </message>
    <message>
        <source>New list {number}</source>
        <translation>قائمة جديدة {number}</translation>
    </message>
</context>
<context>
    <name>WaveformView</name>
    <message>
        <source>Waveform</source>
        <translation>الموجة الصوتية</translation>
    </message>
    <message>
        <source>Start {time}</source>
        <translation>البداية {time}</translation>
    </message>
    <message>
        <source>End {time}</source>
        <translation>النهاية {time}</translation>
    </message>
    <message>
        <source>Arrow keys move by five seconds, with Shift by a segment. Plus and minus zoom. Alt with an arrow key moves the start of the current segment by a tenth of a second, with Shift as well its end; Escape leaves it as it was.</source>
        <translation>تنقل مفاتيح الأسهم خمس ثوانٍ، ومع Shift سطرًا واحدًا. يكبّر مفتاحا الجمع والطرح ويصغّران. وينقل Alt مع مفتاح سهم بداية السطر الحالي عُشر ثانية، ومع Shift أيضًا نهايته؛ أما Escape فيُبقيه كما كان.</translation>
    </message>
    <message>
        <source>{time} of {duration}.</source>
        <translation>{time} من {duration}.</translation>
    </message>
</context>
<context>
    <name>_Address</name>
    <message>
        <source>formally</source>
        <translation>رسميًا</translation>
    </message>
    <message>
        <source>informally</source>
        <translation>بصيغة غير رسمية</translation>
    </message>
    <message>
        <source>Address people formally</source>
        <translation>مخاطبة الناس رسميًا</translation>
    </message>
    <message>
        <source>Address people informally</source>
        <translation>مخاطبة الناس بصيغة غير رسمية</translation>
    </message>
    <message>
        <source>Address people</source>
        <translation>مخاطبة الناس</translation>
    </message>
</context>
<context>
    <name>_List</name>
    <message>
        <source>Languages to translate into</source>
        <translation>لغات الترجمة</translation>
    </message>
</context>
<context>
    <name>_Word</name>
    <message>
        <source>{filter}, {count}</source>
        <translation>{filter}، {count}</translation>
    </message>
</context>
</TS>
