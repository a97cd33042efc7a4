import type { Kind } from './marks';

/**
 * What is marked in the demo article, kind by kind, in reading order. A name over two elements, or partly in a link, is
 * as many ranges.
 */
export const DEMO_NAMES: Readonly<Record<Kind, readonly string[]>> = {
  person: [
    'صبري', ' ', 'بوقـادوم', 'بوقادوم', 'السّعيد شنڨريحة', 'مايكل', ' لانغلي', 'صبري قادوم', 'شنقريحة', 'تشارلز', ' براون',
    'دونالد ترمب', 'ترامب',
  ],
  organization: [
    'ديفينس سكوب', 'الجيش الوطني الشعبي', 'الأفريكوم', 'وزارة الدّفاع الوطني', 'لجنة رؤساء الأركان المشتركة الأمريكية', 'السفارة الجزائرية بواشنطن',
    'لجيش الوطني الشعبي',
  ],
  office: ['السفير الجزائري', 'قائد القيادة الأمريكية في إفريقيا'],
};
