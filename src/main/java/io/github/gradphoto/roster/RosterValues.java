package io.github.gradphoto.roster;

import static java.util.Map.entry;

import io.github.gradphoto.notice.RosterRow;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How the texts of a roster are read: what colleges write in many ways is kept in one. */
final class RosterValues {

    /** 居民身份证 and what else the registry knows (design: facts of the field). */
    static final Map<String, String> ID_TYPES = Map.ofEntries(
            entry("居民身份证", RosterRow.RESIDENT_ID),
            entry("身份证", RosterRow.RESIDENT_ID),
            entry("中华人民共和国居民身份证", RosterRow.RESIDENT_ID),
            entry("港澳居民来往内地通行证", "港澳居民来往内地通行证"),
            entry("台湾居民来往大陆通行证", "台湾居民来往大陆通行证"),
            entry("港澳台居民居住证", "港澳台居民居住证"),
            entry("外国人永久居留身份证", "外国人永久居留身份证"),
            entry("护照", "护照"));

    static final Map<String, String> GENDERS = Map.of(
            "男", "男", "男性", "男", "1", "男", "M", "男", "MALE", "男", "女", "女", "女性", "女", "2", "女", "F", "女", "FEMALE",
            "女");
    static final Map<String, String> YES_NO = Map.ofEntries(
            entry("有", "YES"),
            entry("是", "YES"),
            entry("已有", "YES"),
            entry("Y", "YES"),
            entry("YES", "YES"),
            entry("1", "YES"),
            entry("√", "YES"),
            entry("无", "NO"),
            entry("没有", "NO"),
            entry("否", "NO"),
            entry("未有", "NO"),
            entry("N", "NO"),
            entry("NO", "NO"),
            entry("0", "NO"),
            entry("×", "NO"));
    static final Set<String> LEVELS =
            Set.of("专科", "高职", "高职(专科)", "专科(高职)", "高职高专", "本科", "专升本", "高起本", "第二学士学位", "硕士研究生", "博士研究生", "硕士", "博士");
    static final Set<String> RECORD_STATUSES =
            Set.of("注册学籍", "暂缓注册", "保留入学资格", "保留学籍", "休学", "退学", "开除学籍", "注销学籍", "转学", "转出", "毕业", "结业", "肄业", "死亡");

    /** Errors that a spreadsheet leaves where a formula failed. */
    private static final String ERROR = "#(?:N/A|REF!|VALUE!|NAME\\?|DIV/0!|NUM!|NULL!)";

    private static final String DOTS = "[•‧・･．∙⋅]";

    private RosterValues() {}

    /** Without what cannot be seen: no-break and ideographic spaces, zero-width characters, a byte order mark. */
    static String visible(String text) {
        return text.replaceAll("[\u200B-\u200D\u2060\uFEFF]", "")
                .replaceAll("[\u00A0\u3000\\s]+", " ")
                .strip();
    }

    /** Numbers and addresses: full-width characters count as their narrow ones, spaces inside not at all. */
    static String narrow(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replace(" ", "");
    }

    /** One word of a short list, in whatever width and case. */
    static String word(String text) {
        return narrow(text).toUpperCase(Locale.ROOT);
    }

    /** The dot of Uyghur names is U+00B7, however it was typed. */
    static String name(String text) {
        return text.replaceAll(" ?" + DOTS + " ?", "·");
    }

    static boolean isError(String text) {
        return text.matches(ERROR);
    }

    /** A replacement character, a private character of some computer, or a control character. */
    static boolean isUnreadable(String text) {
        return text.codePoints()
                .anyMatch(c -> c == 0xFFFD
                        || Character.getType(c) == Character.PRIVATE_USE
                        || Character.getType(c) == Character.UNASSIGNED
                        || Character.isISOControl(c)
                        || Character.getType(c) == Character.SURROGATE);
    }

    /** Letters of any script, with the marks that names have. */
    static boolean isName(String text) {
        return text.codePoints()
                .allMatch(c -> Character.isLetter(c)
                        || Character.getType(c) == Character.NON_SPACING_MARK
                        || c == '·'
                        || c == ' '
                        || c == '-'
                        || c == '\''
                        || c == '’'
                        || c == '.'
                        || c == '〇');
    }
}
