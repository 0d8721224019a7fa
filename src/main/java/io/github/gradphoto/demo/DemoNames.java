package io.github.gradphoto.demo;

/** Made-up names: usual surnames and given names, put together by counting. */
final class DemoNames {

    /** Names as they occur in the college's region: with the dot of Uyghur names, and with a character outside GB 2312. */
    static final String WITH_DOT = "阿依古丽·买买提";

    static final String WITH_RARE_CHARACTER = "李㛃";

    private static final String SURNAMES = "王李张刘陈杨黄赵周吴徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭肖田董潘袁蔡蒋余";
    private static final String[] WOMEN = {
        "晓兰", "玉梅", "静宜", "春燕", "丽华", "雨桐", "秀英", "佳慧", "海霞", "婷", "桂芳", "思琪", "红艳", "雅文", "小凤",
        "明珠", "欣", "淑贞", "金凤", "若兰", "艳玲", "慧敏", "冬梅", "巧云", "雪", "文娟", "美玲", "丹", "素芬", "晨曦"
    };
    private static final String[] MEN = {
        "建国", "志强", "浩然", "伟", "德明", "俊杰", "永福", "宏亮", "海涛", "勇", "国栋", "子轩", "长林", "文博", "小龙",
        "光辉", "磊", "正华", "金山", "若愚", "世杰", "凯", "东升", "家豪", "鹏", "立军", "天佑", "斌", "成才", "晨"
    };

    private DemoNames() {}

    /** @param index 0 to 119; every index has a name of its own */
    static String name(int index, boolean female) {
        var given = female ? WOMEN : MEN;
        // 40 surnames and 30 given names: the round is added so that a pair comes again only after 120.
        int surname = index % SURNAMES.length();
        return SURNAMES.charAt(surname) + given[(index + index / SURNAMES.length()) % given.length];
    }
}
