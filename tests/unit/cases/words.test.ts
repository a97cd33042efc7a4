import { runCases } from './run';

runCases('names that are also words', [
  { number: 13, because: 'a surname that is a word needs its bearer named before and a verb beside it', examples: [
    { text: 'يوم سعيد', marks: [] },
    { text: 'استقبل قيس سعيد الوفد.\n\nوقال سعيد إن تونس بخير', marks: [['قيس سعيد', 'kais-saied'], ['سعيد', 'kais-saied']] },
    { text: 'قيس سعيد في قرطاج. كان يوما سعيدا وعاما سعيد الذكر', marks: [['قيس سعيد', 'kais-saied']] },
    { text: 'حظ سعيد للجميع', marks: [] },
  ] },
  { number: 14, because: 'فتح is a verb, but beside حماس or حركة it is the movement', examples: [
    { text: 'فتح تحقيق', marks: [] },
    { text: 'أعلنت فتح وحماس', marks: [['فتح', 'ps/organization/fatah'], ['حماس', 'ps/organization/hamas']] },
    { text: 'قررت حركة فتح المشاركة', marks: [['حركة فتح', 'ps/organization/fatah']] },
    { text: 'تم فتح المعبر وفتح الطريق', marks: [] },
  ] },
  { number: 15, because: 'بحماس is a manner, not the movement', examples: [
    { text: 'بحماس شديد', marks: [] },
    { text: 'عمل الشباب بحماس كبير', marks: [] },
    { text: 'بكل حماس وأمل', marks: [] },
    { text: 'قالت حماس إنها وافقت', marks: [['حماس', 'ps/organization/hamas']] },
  ] },
  { number: 16, because: 'a newspaper whose name is a word needs صحيفة or its like', examples: [
    { text: 'الشعب يريد', marks: [] },
    { text: 'صحيفة الشعب', country: 'DZ', marks: [['الشعب', 'dz/organization/ech-chaab']] },
    { text: 'هذا الخبر صحيح والوطن بخير', marks: [] },
    { text: 'نقلت «الخبر» عن مصدر في الجزائر', country: 'DZ', marks: [['الخبر', 'dz/organization/el-khabar']] },
  ] },
  { number: 17, because: 'a party whose name is a word needs a word that leads or names parties', examples: [
    { text: 'النهضة العمرانية', marks: [] },
    { text: 'رئيس النهضة الغنوشي', country: 'TN', marks: [['النهضة', 'tn/organization/ennahda'], ['الغنوشي', 'rached-ghannouchi']] },
    { text: 'عصر النهضة في أوروبا', marks: [] },
    { text: 'أعلنت حركة النهضة التونسية', marks: [['حركة النهضة التونسية', 'tn/organization/ennahda']] },
  ] },
  { number: 18, because: 'على is no علي', examples: [
    { text: 'وضعه على الطاولة', marks: [] },
    { text: 'على خامنئي أن يقرر', marks: [] },
    { text: 'يعتمد على حسن النية', marks: [] },
    { text: 'علي خامنئي المرشد', marks: [['علي خامنئي', 'ali-khamenei']] },
  ] },
  { number: 19, because: 'أمل and نور are words', examples: [
    { text: 'كله أمل ونور', marks: [] },
    { text: 'على أمل اللقاء', marks: [] },
    { text: 'خيبة أمل كبيرة', marks: [] },
    { text: 'أعلنت حركة أمل في لبنان', marks: [['حركة أمل', 'lb/organization/amal(-movement)?']] },
  ] },
  { number: 20, because: 'رئيسي is an adjective but for its bearer', examples: [
    { text: 'ملف رئيسي', marks: [] },
    { text: 'إبراهيم رئيسي', marks: [['إبراهيم رئيسي', 'ebrahim-raisi']] },
    { text: 'سبب رئيسي ودور رئيسي', marks: [] },
    { text: 'زار ابراهيم رئيسي دمشق. وهو ملف رئيسي', marks: [['ابراهيم رئيسي', 'ebrahim-raisi']] },
  ] },
  { number: 32, because: 'آل is often written ال, and الثاني is a number', examples: [
    { text: 'تميم بن حمد ال ثاني', marks: [['تميم بن حمد ال ثاني', 'tamim-bin-hamad(-al-thani)?']] },
    { text: 'تميم بن حمد آل ثاني', marks: [['تميم بن حمد آل ثاني', 'tamim-bin-hamad(-al-thani)?']] },
    { text: 'في الشوط الثاني من المباراة', marks: [] },
    { text: 'الأمير تميم بن حمد آل ثاني في النصف الثاني', marks: [['تميم بن حمد آل ثاني', 'tamim-bin-hamad(-al-thani)?']] },
  ] },
  { number: 36, because: 'an ellipsis parts what would read as a name', examples: [
    { text: 'قال ميشال… عون الأسرة', marks: [] },
    { text: 'قال جوزيف... عون كل محتاج', marks: [] },
    { text: 'اسمه أحمد؛ الشرع لا يقبل ذلك', marks: [] },
    { text: 'حضر نواف. سلام الله عليه', marks: [] },
  ] },
]);
