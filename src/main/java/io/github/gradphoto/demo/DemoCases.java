package io.github.gradphoto.demo;

import static io.github.gradphoto.demo.DemoAccounts.OFFICE;
import static io.github.gradphoto.demo.DemoAccounts.REVIEWER_1;
import static io.github.gradphoto.notice.CollectionType.CENTRAL;
import static io.github.gradphoto.notice.CollectionType.INDIVIDUAL;
import static io.github.gradphoto.review.RejectionReason.BACKGROUND_UNEVEN;
import static io.github.gradphoto.review.RejectionReason.BLUE_OR_GREEN_CLOTHES;
import static io.github.gradphoto.review.RejectionReason.EYES_CLOSED_OR_TEETH;
import static io.github.gradphoto.review.RejectionReason.FACE_HALF_SHADED;
import static io.github.gradphoto.review.RejectionReason.HAIR_OVER_BROWS_OR_EARS;
import static io.github.gradphoto.review.RejectionReason.JEWELLERY;

import io.github.gradphoto.application.DetailField;
import io.github.gradphoto.demo.DemoRoster.Special;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.registration.Comparison;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The cases that the demo starts with: every list of every account has work, every state has an example. */
final class DemoCases {

    static final String INCIDENT = "incident";

    private static final Set<Flaw> FINE = Set.of();

    private final List<DemoCase> cases = new ArrayList<>();
    private final Iterator<String> ordinary;
    private final int cohort;

    private DemoCases(int cohort) {
        this.cohort = cohort;
        this.ordinary = new DemoRoster(cohort).ordinaryNumbers().iterator();
    }

    static List<DemoCase> of(int cohort) {
        var demo = new DemoCases(cohort);
        demo.beforeThePhoto();
        demo.review();
        demo.registration();
        demo.prints();
        demo.certificate();
        demo.sideWays();
        return List.copyOf(demo.cases);
    }

    private void beforeThePhoto() {
        add(5, "code", DemoWay::toCode);
        add(3, "payment", DemoWay::toPayment);
        add(2, "bursar", way -> way.toPayment().payAtCounter());
        add(1, "bursar", way -> way.toPayment().payByTransfer("网银流水 0000123456"));
    }

    private void review() {
        for (var flaws : List.of(
                FINE,
                Set.of(Flaw.BLUE_SHIRT),
                FINE,
                Set.of(Flaw.EYES_CLOSED),
                FINE,
                Set.of(Flaw.EARRINGS),
                Set.of(Flaw.FRINGE_OVER_BROWS),
                FINE)) {
            add("review", next(), INDIVIDUAL, DemoWay::toReview, flaws);
        }
        add("returned", next(), INDIVIDUAL, way -> way.toRejection(BLUE_OR_GREEN_CLOTHES), Set.of(Flaw.BLUE_SHIRT));
        add("returned", next(), CENTRAL, way -> way.toRejection(BACKGROUND_UNEVEN), Set.of(Flaw.GRADIENT_BACKGROUND));
        add(
                "returned",
                next(),
                INDIVIDUAL,
                way -> way.toRejection(FACE_HALF_SHADED, JEWELLERY),
                Set.of(Flaw.HALF_SHADOW),
                Set.of(Flaw.EARRINGS));
        add("refused", next(), INDIVIDUAL, DemoWay::toRefusal, Set.of(Flaw.TILTED));
        add(
                "help",
                next(),
                INDIVIDUAL,
                way -> way.toRejection(HAIR_OVER_BROWS_OR_EARS, EYES_CLOSED_OR_TEETH, BACKGROUND_UNEVEN),
                Set.of(Flaw.FRINGE_OVER_BROWS),
                Set.of(Flaw.MOUTH_OPEN),
                Set.of(Flaw.GRADIENT_BACKGROUND));
        add(
                "secondOpinion",
                next(),
                INDIVIDUAL,
                way -> way.toReview().askSecondOpinion("左右光线不一致，拿不准是否退回。", REVIEWER_1.username()),
                Set.of(Flaw.HALF_SHADOW));
    }

    private void registration() {
        add(2, "release", DemoWay::toRelease);
        add(2, "deliveryResult", DemoWay::toDeliveryResult);
        add(1, "comparison", DemoWay::toComparison);
        add(
                1,
                "reverification",
                way -> way.toComparison()
                        .enterComparison(Comparison.UNSURE, OFFICE.username())
                        .provideEvidence("本人体重变化较大，已提交身份证、户口本和近三年照片。"));
    }

    private void prints() {
        add(2, "print", DemoWay::toPrint);
        add("print", next(), CENTRAL, DemoWay::toPrint, FINE);
        add(1, "post", DemoWay::toPost);
        add("handOverPrints", next(), CENTRAL, DemoWay::toPost, FINE);
        add(3, "transit", DemoWay::toReceipt);
        add(1, "parcel", way -> way.toReceipt().denyReceipt("快递显示已签收，但本人没有收到。"));
    }

    private void certificate() {
        add(1, "takeIn", DemoWay::toDesk);
        add(1, "make", DemoWay::toMaking);
        add(1, "handOver", DemoWay::toHandOver);
        add(2, "collected", DemoWay::toEnd);
    }

    private void sideWays() {
        add("eligibility", Special.ADMISSION_UNCLEAR.studentNumber(cohort), INDIVIDUAL, DemoWay::toCode);
        add(1, "manualEntry", way -> way.toCode().askManualEntry("学信网账号绑定的手机号已停用，正在申诉，暂时无法下载采集码。"));
        add(1, "dispute", way -> way.toDetails().disputeDetails(List.of(DetailField.MAJOR), "专业名称应为入学时录取的专业，请核对。"));
        add(1, "refund", way -> way.toPhoto().withdraw());
        add(INCIDENT, Special.FEE_EXEMPT.studentNumber(cohort), INDIVIDUAL, DemoWay::toPhoto);
    }

    private void add(int count, String group, Consumer<DemoWay> way) {
        for (int i = 0; i < count; i++) {
            add(group, next(), INDIVIDUAL, way, FINE);
        }
    }

    @SafeVarargs
    private void add(
            String group, String studentNumber, CollectionType type, Consumer<DemoWay> way, Set<Flaw>... flaws) {
        cases.add(new DemoCase(group, studentNumber, type, List.of(flaws), way));
    }

    private String next() {
        return ordinary.next();
    }
}
