import { runCases } from './run';

runCases('offices', [
  { number: 21, because: 'a title beside its holder’s name is evidence, not a mention', examples: [
    { text: 'وزير الدفاع الأمريكي لويد أوستن', date: '2024-03-09', marks: [['لويد أوستن', 'lloyd-austin']] },
    { text: 'وزير الخارجية التركي هاكان فيدان', marks: [['هاكان فيدان', 'hakan-fidan']] },
    { text: 'رئيس أركان الجيش الوطني الشعبي، الفريق أول السعيد شنقريحة', country: 'DZ', marks: [['الجيش الوطني الشعبي', 'national-peoples-army|peoples-national-army|army'], ['السعيد شنقريحة', 'said-chengriha']] },
    { text: 'رئيس الاستخبارات التركية إبراهيم كالن', marks: [['الاستخبارات التركية', 'tr/organization/.*'], ['إبراهيم كالن', 'ibrahim-kalin']] },
  ] },
  { number: 22, because: 'an embassy is one body, host and sender in its name', examples: [
    { text: 'سفارة الولايات المتحدة بالجزائر', marks: [['سفارة الولايات المتحدة بالجزائر', 'us/organization/embassy.*']] },
    { text: 'بيان السفارة الأمريكية في الجزائر', marks: [['السفارة الأمريكية في الجزائر', 'us/organization/embassy.*']] },
    { text: 'سفارة الجزائر في واشنطن', marks: [['سفارة الجزائر في واشنطن', 'dz/organization/embassy-washington']] },
    { text: 'أعلنت السفارة الجزائرية بباريس', marks: [['السفارة الجزائرية بباريس', 'dz/organization/embassy-paris']] },
  ] },
  { number: 23, because: 'an adviser’s office is not his master’s', examples: [
    { text: 'مستشار وزير الدفاع أحمد', country: 'DZ', marks: [] },
    { text: 'نائب وزير الخارجية المصري في الجزائر', marks: [] },
    { text: 'قال مساعد وزير الخارجية المصري', marks: [] },
    { text: 'وكيل وزارة كذا ومستشارة رئيس الوزراء العراقي', marks: [] },
  ] },
  { number: 24, because: 'a dual names two ministries', examples: [
    { text: 'وزارتا الدفاع والداخلية', country: 'DZ', marks: [['وزارتا الدفاع', 'dz/organization/ministry-of-national-defence'], ['الداخلية', 'dz/organization/ministry-of-(the-)?interior']] },
    { text: 'أعلنت وزارتا الخارجية والداخلية المصريتان', country: 'EG', marks: [['وزارتا الخارجية', 'eg/organization/ministry-of-foreign-affairs'], ['الداخلية', 'eg/organization/ministry-of-(the-)?interior']] },
    { text: 'بين وزارتي الدفاع والخارجية', country: 'IQ', marks: [['وزارتي الدفاع', 'iq/organization/.*defen.*'], ['الخارجية', 'iq/organization/ministry-of-foreign-affairs']] },
    { text: 'وزارتا الدفاع والداخلية', marks: [] },
  ] },
  { number: 25, because: 'the adjectives tell two ministers apart', examples: [
    { text: 'وزيرا الخارجية المصري والتركي', marks: [['وزيرا الخارجية المصري', 'badr-abdelatty'], ['التركي', 'hakan-fidan']] },
    { text: 'اجتمع وزيرا الدفاع الأمريكي والإسرائيلي', date: '2024-03-09', marks: [['وزيرا الدفاع الأمريكي', 'lloyd-austin'], ['الإسرائيلي', 'yoav-gallant']] },
    { text: 'بين وزيري الخارجية السعودي والإيراني', marks: [['وزيري الخارجية السعودي', 'faisal-bin-farhan'], ['الإيراني', 'abbas-araghchi']] },
    { text: 'وزيرا الخارجية الجزائري والروسي', marks: [['وزيرا الخارجية الجزائري', 'ahmed-attaf'], ['الروسي', 'sergei-lavrov']] },
  ] },
  { number: 26, because: 'a plural names nobody', examples: [
    { text: 'وزراء الخارجية العرب', marks: [] },
    { text: 'وزراء الداخلية الأفارقة', marks: [] },
    { text: 'سفراء الدول الأوروبية', marks: [] },
    { text: 'رؤساء أركان الجيوش', marks: [] },
  ] },
  { number: 27, because: 'an office told of the past names no present holder', examples: [
    { text: 'كان وزيرا للدفاع', country: 'DZ', marks: [] },
    { text: 'وزير الخارجية الجزائري الأسبق', marks: [] },
    { text: 'عمل رئيسا للوزراء ووزيرا للخارجية', country: 'EG', marks: [] },
    { text: 'رئيس الوزراء العراقي السابق', marks: [] },
  ] },
  { number: 38, because: '«السابق» bars today’s holder, and the person named had the office', examples: [
    { text: 'وزير الدفاع الأمريكي السابق ماتيس', marks: [['ماتيس', 'james-mattis']] },
    { text: 'وزير الدفاع الأمريكي السابق جيمس ماتيس', marks: [['جيمس ماتيس', 'james-mattis']] },
    { text: 'وزير الدفاع الأمريكي السابق', marks: [] },
    { text: 'وزير الخارجية المصري السابق سامح شكري', marks: [['سامح شكري', 'sameh-shoukry']] },
  ] },
  { number: 39, because: 'an acting term is asked for by name, and a country must be told', examples: [
    { text: 'وزير الصحة بالنيابة', country: 'DZ', marks: [] },
    { text: 'قال وزير الخارجية', marks: [] },
    { text: 'قال وزير الخارجية', country: 'DZ', marks: [['وزير الخارجية', 'ahmed-attaf']] },
    { text: 'الوزير الأول بالنيابة', date: '2025-09-05', country: 'DZ', marks: [['الوزير الأول بالنيابة', 'sifi-ghrieb']] },
  ] },
]);
