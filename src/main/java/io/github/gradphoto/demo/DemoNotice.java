package io.github.gradphoto.demo;

import io.github.gradphoto.application.Deadlines;
import io.github.gradphoto.notice.Background;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.notice.FeeTerms;
import io.github.gradphoto.notice.NoticeDraft;
import io.github.gradphoto.notice.PrintTerms;
import io.github.gradphoto.notice.PrintWhen;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** The demo's notice: the original one, moved to today. */
final class DemoNotice {

    private static final int OPEN_SINCE_DAYS = 7;
    private static final int OPEN_FOR_DAYS = 14;

    private DemoNotice() {}

    /** Who graduates next came three years ago. */
    static int cohort(LocalDate today) {
        return today.getYear() - 3;
    }

    static NoticeDraft draft(LocalDate today) {
        int cohort = cohort(today);
        return new NoticeDraft(
                "教务文〔%d〕12号".formatted(today.getYear()),
                2,
                "关于对%d级高职扩招学生未提交电子图像再次开展线上采集工作的通知".formatted(cohort),
                DemoRoster.SCHOOL,
                cohort,
                DemoRoster.ADMISSION_TYPE,
                today.minusDays(OPEN_SINCE_DAYS).atStartOfDay(Deadlines.ZONE).toInstant(),
                Deadlines.endOf(today.plusDays(OPEN_FOR_DAYS)),
                "教务处 0838-0000000",
                List.of(CollectionType.INDIVIDUAL, CollectionType.CENTRAL),
                List.of(Background.WHITE, Background.LIGHT_BLUE),
                fees(),
                "教务处一楼服务大厅（工作日 9:00–17:00）",
                3,
                2,
                3,
                PrintWhen.AFTER_REGISTRATION,
                new PrintTerms("A5", new BigDecimal("33"), new BigDecimal("48"), 8));
    }

    private static FeeTerms fees() {
        return new FeeTerms(
                3000,
                2000,
                2000,
                "学院收费公示（示例）第12项：毕业生图像采集服务，自愿选择",
                DemoRoster.SCHOOL + "财务处（代收）",
                "照片报送采集单位或制作之前撤回申请的，全额退还；之后不予退还。",
                "财务处一楼 3 号窗口（工作日 9:00–17:00）",
                "示例银行 0000 0000 0000 0000，户名：" + DemoRoster.SCHOOL,
                7,
                true);
    }
}
