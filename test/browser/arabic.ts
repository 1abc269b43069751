import type { CompiledCourse } from '@preceptor/course/compiled';

/** The texts of test/fixtures/course-small in Arabic. What is not here stays as it is, which also shows text of mixed direction. */
const arabic: Record<string, string> = {
  'Keeping a lighthouse': 'العناية بالمنارة',
  'Written for the tests.': 'كُتب للاختبارات.',
  'Lights are described in': 'توصف الأضواء هنا',
  'general words': 'بكلمات عامة',
  '; a chart is always right against this course.': '؛ والخريطة البحرية أصح دائمًا من هذه الدورة.',
  Character: 'سمة الضوء', character: 'سمة', Sector: 'قطاع', sectors: 'قطاعات',
  'The rhythm and colour by which a light is known.': 'الإيقاع واللون اللذان يُعرف بهما الضوء.',
  'The part of the horizon over which a light shows one colour.': 'الجزء من الأفق الذي يُظهر فيه الضوء لونًا واحدًا.',
  'Read the light': 'قراءة الضوء',
  'What a sailor sees, and what it tells.': 'ما يراه البحّار، وما يدل عليه.',
  'Name a light by its character.': 'تسمية الضوء من سمته.',
  'Steer by a sector light.': 'التوجيه بضوء القطاعات.',
  'The character of a light': 'سمة الضوء',
  'Two towers on one coast must not be taken for each other. That is why every light has a': 'يجب ألا يُخلط بين برجين على ساحل واحد. لهذا لكل ضوء',
  'Two flashes': 'ومضتان',
  'A skipper sees two white flashes, then ten seconds of dark.': 'يرى الربّان ومضتين بيضاوين، ثم عشر ثوانٍ من الظلام (Fl(2) W 10s).',
  'Count the rhythm before you name the tower.': 'يُحسب الإيقاع قبل تسمية البرج.',
  'By what is a light known?': 'بِمَ يُعرف الضوء؟',
  'By its rhythm and colour': 'بإيقاعه ولونه',
  'By the height of its tower': 'بارتفاع برجه',
  'Yes; the two together are its character.': 'نعم، الاثنان معًا هما سمته.',
  'At night nobody sees the tower.': 'لا أحد يرى البرج ليلًا.',
  'Lens and sectors': 'العدسة والقطاعات',
  'A lens gathers the light; coloured glass divides it into': 'تجمع العدسة الضوء، ويقسمه الزجاج الملوّن إلى',
  'Where did you last follow a light home?': 'أين اتبعت ضوءًا إلى البيت آخر مرة؟',
  'A Fresnel lens scatters light in all directions.': 'عدسة Fresnel تبعثر الضوء في كل الاتجاهات.',
  'It does the opposite.': 'إنها تفعل العكس.', 'Right; it gathers the light.': 'صحيح، إنها تجمع الضوء.',
  'What the light tells': 'ما يقوله الضوء', 'The light': 'الضوء', 'Keep the light': 'صيانة الضوء',
  'What a keeper does through the night.': 'ما يفعله حارس المنارة طوال الليل.',
  'Keep a log.': 'تدوين السجل.', "The keeper's night": 'ليلة الحارس',
  'Lit at dusk, put out at dawn, and every hour written down. When fog comes, the horn sounds too.': 'يُضاء عند الغسق ويُطفأ عند الفجر، وتُدوَّن كل ساعة. وحين يأتي الضباب يُسمع البوق أيضًا.',
  "Describe the keeper's night in your own words.": 'صف ليلة الحارس بكلماتك.',
  'Final test': 'الاختبار النهائي', 'All kinds': 'جميع الأنواع', 'One item of every kind': 'سؤال من كل نوع',
  'What does white mean in a sector light?': 'ماذا يعني الأبيض في ضوء القطاعات؟',
  'The safe channel': 'الممر الآمن', 'Danger to port': 'خطر على اليسار', 'Danger to starboard': 'خطر على اليمين',
  'Yes.': 'نعم.', 'That is red.': 'هذا هو الأحمر.', 'That is green.': 'هذا هو الأخضر.',
  'Which two make the character of a light?': 'أي أمرين يكوّنان سمة الضوء؟',
  Rhythm: 'الإيقاع', Colour: 'اللون', 'Age of the tower': 'عمر البرج', 'Nobody sees it.': 'لا أحد يراه.',
  'In fog the horn sounds as well as the light.': 'في الضباب يعمل البوق مع الضوء.', 'It does.': 'بل يعمل.',
  'Match each colour with what it tells.': 'يُرجى وصل كل لون بما يدل عليه.',
  White: 'أبيض', Red: 'أحمر', 'Safe channel': 'ممر آمن', 'Port side': 'جهة اليسار', 'White is safe.': 'الأبيض آمن.', 'Red is port.': 'الأحمر يسار.',
  "Put the keeper's night in order.": 'يُرجى ترتيب ليلة الحارس.',
  'Light the lamp': 'إضاءة المصباح', 'Write down the hours': 'تدوين الساعات', 'Put out the lamp': 'إطفاء المصباح',
  'First.': 'أولًا.', 'Second.': 'ثانيًا.', 'Last.': 'أخيرًا.',
  'Which belongs to the light, which to the fog?': 'أيها للضوء وأيها للضباب؟',
  Lens: 'عدسة', Horn: 'بوق', Light: 'ضوء', Fog: 'ضباب', 'A lens gathers light.': 'العدسة تجمع الضوء.', 'A horn is heard.': 'البوق يُسمع.',
  'What is the rhythm and colour of a light together called?': 'ماذا يسمى إيقاع الضوء ولونه معًا؟', 'Its character.': 'سمته.',
  'A light flashes every 15 seconds. How many flashes in a minute?': 'يومض الضوء كل 15 ثانية. كم ومضة في الدقيقة؟', 'Sixty by fifteen.': 'ستون على خمس عشرة.',
  'Complete the sentence.': 'يُرجى إكمال الجملة.', 'gathers light into a': 'تجمع الضوء في',
  'Fresnel lens': 'عدسة Fresnel', 'window pane': 'زجاج نافذة', 'level beam': 'حزمة أفقية', cloud: 'سحابة',
  'It would let it through.': 'سيمر خلاله.', 'That would be fog.': 'هذا ضباب.',
  'For each sailor choose the sign she needs.': 'يُرجى اختيار العلامة التي يحتاج إليها كل بحّار.',
  'The horn': 'البوق', 'The white sector': 'القطاع الأبيض', 'The log': 'السجل',
  'She sails in thick fog.': 'يبحر في ضباب كثيف.', 'She comes home on a clear night.': 'يعود في ليلة صافية.',
  'She can only hear.': 'لا يمكنه إلا السمع.', 'She sees the sector.': 'يرى القطاع.',
  'Mark the safe channel.': 'يُرجى تعيين الممر الآمن.', 'A tower at the left with three sectors': 'برج على اليسار وثلاثة قطاعات',
  'Upper sector': 'القطاع العلوي', 'Middle sector': 'القطاع الأوسط', 'Lower sector': 'القطاع السفلي',
};

/** The small course in Arabic: the same ids and keys, written from right to left. */
export function inArabic(course: CompiledCourse): CompiledCourse {
  const walk = (part: unknown): unknown => {
    if (typeof part === 'string') return part.replaceAll(/(^|>)([^<>]+)(?=<|$)/g, (_whole, before: string, text: string) => before + text.replace(text.trim(), arabic[text.trim()] ?? text.trim()));
    if (Array.isArray(part)) return part.map(walk);
    return part !== null && typeof part === 'object' ? Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, asItIs.has(key) ? inner : walk(inner)])) : part;
  };
  return { ...(walk(course) as CompiledCourse), language: 'ar', direction: 'rtl' };
}
/** What is no text: ids, keys and rules. */
const asItIs = new Set(['id', 'slug', 'kind', 'key', 'rules', 'statements', 'media', 'purpose', 'level', 'tags', 'image']);
