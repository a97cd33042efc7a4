import { runCases } from './run';

const TEBBOUNE = 'abdelmadjid-tebboune';

runCases('clitics and word boundaries', [
  { number: 1, because: 'a word is read whole first: وصل is no و before صل', examples: [
    { text: 'ووصل تبون إلى وهران', marks: [['تبون', TEBBOUNE]] },
    { text: 'ووصل ماكرون إلى بيروت', marks: [['ماكرون', 'emmanuel-macron']] },
    { text: 'وقع تبون المرسوم ووقّع أردوغان الاتفاق', marks: [['تبون', TEBBOUNE], ['أردوغان', 'recep-tayyip-erdogan']] },
    { text: 'ووصف نتنياهو الاتفاق', marks: [['نتنياهو', 'benjamin-netanyahu']] },
  ] },
  { number: 2, because: 'of two و one is the conjunction, the other the name’s', examples: [
    { text: 'حضر محمد ووليد المعلم', marks: [['وليد المعلم', 'walid-muallem']] },
    { text: 'التقى أنطوان ووليد جنبلاط', marks: [['وليد جنبلاط', 'walid-joumblatt|walid-jumblatt']] },
    { text: 'زار فيدان ووليد المعلّم دمشق', marks: [['وليد المعلّم', 'walid-muallem']] },
    { text: 'بين سامح شكري ووليد المعلم', marks: [['سامح شكري', 'sameh-shoukry'], ['وليد المعلم', 'walid-muallem']] },
  ] },
  { number: 3, because: 'a name that begins with و keeps it', examples: [
    { text: 'أكد وليد المعلم', marks: [['وليد المعلم', 'walid-muallem']] },
    { text: 'قال وانغ يي في بكين', marks: [['وانغ يي', 'wang-yi']] },
    { text: 'رأى وليد جنبلاط', marks: [['وليد جنبلاط', 'walid-joumblatt|walid-jumblatt']] },
    { text: 'من وزارة الدفاع الأمريكية', marks: [['وزارة الدفاع الأمريكية', 'department-of-defense']] },
  ] },
  { number: 4, because: 'و before a name that begins with و stands outside the mark', examples: [
    { text: 'ووزارة العدل', country: 'DZ', marks: [['وزارة العدل', 'dz/organization/ministry-of-justice']] },
    { text: 'ووزارة الداخلية المصرية', marks: [['وزارة الداخلية المصرية', 'eg/organization/ministry-of-interior']] },
    { text: 'فوزارة الخارجية الأردنية', marks: [['وزارة الخارجية الأردنية', 'jo/organization/ministry-of-foreign-affairs']] },
    { text: 'لوزارة الدفاع الروسية', marks: [['وزارة الدفاع الروسية', 'ru/organization/ministry-of-defen[cs]e']] },
  ] },
  { number: 5, because: 'لل before a name that begins with ل is ل + the name', examples: [
    { text: 'استقبل رمطان لعمامرة نظيره.\n\nسُلّمت للعمامرة رسالة', marks: [['رمطان لعمامرة', 'ramtane-lamamra'], ['لعمامرة', 'ramtane-lamamra']] },
    { text: 'بحث رمطان لعمامرة الملف. ونُسب للعمامرة قوله', marks: [['رمطان لعمامرة', 'ramtane-lamamra'], ['لعمامرة', 'ramtane-lamamra']] },
    { text: 'تحدث سيرغي لافروف. وقُدّم للافروف عرض', marks: [['سيرغي لافروف', 'sergei-lavrov'], ['لافروف', 'sergei-lavrov']] },
    { text: 'مايكل لانغلي قائد. وشرحت للانغلي الخطة', marks: [['مايكل لانغلي', 'michael-langley'], ['لانغلي', 'michael-langley']] },
  ] },
  { number: 6, because: 'a preposition before a name stands outside the mark', examples: [
    { text: 'صبري بوقادوم سفير. التقى ببوقادوم', marks: [['صبري بوقادوم', 'sabri-boukadoum'], ['بوقادوم', 'sabri-boukadoum']] },
    { text: 'اجتمع بتبون في القصر', marks: [['تبون', TEBBOUNE]] },
    { text: 'أشاد بماكرون', marks: [['ماكرون', 'emmanuel-macron']] },
    { text: 'رحب بأردوغان', marks: [['أردوغان', 'recep-tayyip-erdogan']] },
  ] },
  { number: 7, because: 'each of two names keeps its own clitic outside', examples: [
    { text: 'تشارلز براون ومايكل لانغلي في الجزائر.\n\nرحّب ببراون ولانغلي', marks: [['تشارلز براون', 'charles-q-brown'], ['مايكل لانغلي', 'michael-langley'], ['براون', 'charles-q-brown'], ['لانغلي', 'michael-langley']] },
    { text: 'لقاء لتبون وماكرون', marks: [['تبون', TEBBOUNE], ['ماكرون', 'emmanuel-macron']] },
    { text: 'بأردوغان وبنتنياهو', marks: [['أردوغان', 'recep-tayyip-erdogan'], ['نتنياهو', 'benjamin-netanyahu']] },
    { text: 'أحمد عطاف وبدر عبد العاطي. اجتماع لعطاف وعبد العاطي', marks: [['أحمد عطاف', 'ahmed-attaf'], ['بدر عبد العاطي', 'badr-abdelatty'], ['عطاف', 'ahmed-attaf'], ['عبد العاطي', 'badr-abdelatty']] },
  ] },
  { number: 8, because: 'only one letter comes off a name whose own second letter is و', examples: [
    { text: 'صبري بوقادوم تكلم. وبوقادوم حاضر', marks: [['صبري بوقادوم', 'sabri-boukadoum'], ['بوقادوم', 'sabri-boukadoum']] },
    { text: 'جو بايدن غادر. وبايدن غائب', marks: [['جو بايدن', 'joe-biden'], ['بايدن', 'joe-biden']] },
    { text: 'فلاديمير بوتين وصل. وبوتين صامت', marks: [['فلاديمير بوتين', 'vladimir-putin'], ['بوتين', 'vladimir-putin']] },
    { text: 'ناصر بوريطة تحدث. وبوريطة مسافر', marks: [['ناصر بوريطة', 'nasser-bourita'], ['بوريطة', 'nasser-bourita']] },
  ] },
  { number: 9, because: 'a common word that looks like ل + a name is that word', examples: [
    { text: 'لصالح شركة', marks: [] },
    { text: 'عقيلة صالح رئيس مجلس النواب الليبي. صوّت النواب لصالح القرار', marks: [['عقيلة صالح', 'aguila-saleh'], ['مجلس النواب الليبي', 'ly/organization/house-of-representatives']] },
    { text: 'قرار لصالح العمال وبصالح الجميع', marks: [] },
    { text: 'عمل بعون الله وبأمل كبير', marks: [] },
  ] },
  { number: 10, because: 'a city that begins with ب is no ب before a name', examples: [
    { text: 'وصل إلى بكين', marks: [] },
    { text: 'في بيروت وببغداد', marks: [] },
    { text: 'وفي برلين وبروكسل', marks: [] },
    { text: 'من كابول إلى كييف', marks: [] },
  ] },
  { number: 11, because: 'للجيش is ل + الجيش: the mark begins at the second ل', examples: [
    { text: 'ضربة للجيش الإسرائيلي', marks: [['لجيش الإسرائيلي', 'il/organization/(armed-forces|idf|israel-defense-forces)']] },
    { text: 'وجهت رسالة لمصرف ليبيا المركزي ولمجلس النواب الليبي', marks: [['مصرف ليبيا المركزي', 'ly/organization/central-bank'], ['مجلس النواب الليبي', 'ly/organization/house-of-representatives']] },
    { text: 'قال للاتحاد الأوروبي', marks: [['لاتحاد الأوروبي', 'european-union']] },
    { text: 'مقعد للأمم المتحدة', marks: [['لأمم المتحدة', 'united-nations']] },
  ] },
  { number: 12, because: 'مال and كمال are words here, and a comma parts them', examples: [
    { text: 'مال عام، كمال سائب', marks: [] },
    { text: 'على حساب المال، كمال غيره', marks: [] },
    { text: 'بلغ كمال العمل', marks: [] },
    { text: 'جمال الطبيعة وكمال الصورة', marks: [] },
  ] },
]);
