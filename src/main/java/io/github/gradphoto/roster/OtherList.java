package io.github.gradphoto.roster;

import io.github.gradphoto.refusal.Refusal;
import io.github.gradphoto.tabular.Column;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Lists that an office also has on its desk, told from a roster by headings that a roster never has. */
enum OtherList {
    PAID("流水号", "交易流水号", "支付流水号", "缴费金额", "金额", "实缴金额"),
    GRADUATION("证书编号", "毕业证书编号", "毕结业结论", "毕业结论"),
    PARCELS("快递单号", "运单号", "物流单号", "快递公司"),
    COMPARISON("bz", "比对结果", "人像比对结果"),
    MARKS("成绩", "总评成绩", "学分", "绩点", "课程名称");

    private final Set<String> headings;

    OtherList(String... headings) {
        this.headings = Arrays.stream(headings).map(Column::plain).collect(Collectors.toSet());
    }

    /**
     * @throws Refusal rosterIsPAID … where it is one of these; rosterUnlike where nothing of it is known
     */
    static void refuse(List<RosterHeading> headings) {
        boolean whole = Arrays.stream(RosterColumn.values())
                .filter(RosterColumn::isRequired)
                .allMatch(column -> headings.stream().anyMatch(heading -> heading.column() == column));
        if (whole) {
            return;
        }
        for (var list : values()) {
            if (headings.stream().anyMatch(heading -> list.headings.contains(Column.plain(heading.text())))) {
                throw Refusal.invalid(list.refusal());
            }
        }
        if (headings.stream().noneMatch(heading -> heading.column() != null)) {
            throw Refusal.invalid("rosterUnlike");
        }
    }

    private String refusal() {
        return switch (this) {
            case PAID -> "rosterIsPaidList";
            case GRADUATION -> "rosterIsGraduationList";
            case PARCELS -> "rosterIsParcelList";
            case COMPARISON -> "rosterIsComparisonList";
            case MARKS -> "rosterIsMarksList";
        };
    }
}
