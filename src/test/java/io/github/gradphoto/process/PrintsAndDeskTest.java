package io.github.gradphoto.process;

import static io.github.gradphoto.process.College.DESK;
import static io.github.gradphoto.process.College.MAILROOM;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradphoto.MovableClock;
import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.certificate.Certificate.PrintState;
import io.github.gradphoto.certificate.GraduationList;
import io.github.gradphoto.certificate.GraduationList.Graduation;
import io.github.gradphoto.demo.DrivenCase;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.prints.Address;
import io.github.gradphoto.prints.Carrier;
import io.github.gradphoto.prints.Deliveries;
import io.github.gradphoto.prints.Parcel;
import io.github.gradphoto.prints.Prints;
import io.github.gradphoto.prints.Prints.ParcelDecision;
import io.github.gradphoto.registration.Comparison;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Prints, parcels and the certificate desk (N19, N21, N22). */
class PrintsAndDeskTest extends EngineTest {

    private static final AtomicInteger SERIAL = new AtomicInteger();

    @Autowired
    private Prints prints;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private GraduationList list;

    @Autowired
    private Roster roster;

    @BeforeEach
    void notice() {
        cases.publish(terms -> terms);
    }

    @Test
    void theStraightWayEndsWithTheCertificateAndEndsWhatIsStillOpen() {
        var driven = posted();
        listed(driven, Graduation.GRADUATES);
        driven.takeInPrint(PrintState.AT_HAND, DESK);
        driven.makeCertificate(DESK).handOverCertificate(DESK);
        assertThat(state(driven)).isEqualTo(Application.State.COLLECTED);
        assertThat(ends(driven, "graduatePhoto")).contains("certificateCollected");
        waitsFor(driven);
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(driven.number())
                        .count())
                .isZero();
    }

    @Test
    void whoForgotThePrintGetsOneOnTheSpot() {
        var driven = cases.registered(CollectionType.CENTRAL);
        listed(driven, Graduation.GRADUATES);
        driven.takeInPrint(PrintState.MISSING, DESK);
        waitsFor(driven, Step.PRINT_ON_THE_SPOT, Step.CONFIRM_AT_REGISTRY, Step.PRINT_PHOTOS);
        driven.printOnTheSpot(DESK);
        waitsFor(driven, Step.MAKE_CERTIFICATE, Step.CONFIRM_AT_REGISTRY, Step.PRINT_PHOTOS);
    }

    @Test
    void whoOnlyCompletesGetsPrintsButNoCertificateOfGraduation() {
        var driven = cases.registered(CollectionType.CENTRAL);
        listed(driven, Graduation.COMPLETES);
        assertThat(ends(driven, "graduatePhoto")).contains("noCertificate");
        driven.print(MAILROOM).handOverPrints(MAILROOM).confirmAtRegistry();
        assertThat(ends(driven, "graduatePhoto")).contains("printsFinished", "confirmedAtRegistry");
    }

    @Test
    void whoGraduatesAfterAllGetsTheCertificateEvenIfNothingWaitedAnyMore() {
        var driven = cases.registered(CollectionType.CENTRAL);
        listed(driven, Graduation.COMPLETES);
        driven.print(MAILROOM).handOverPrints(MAILROOM).confirmAtRegistry();
        waitsFor(driven);

        listed(driven, Graduation.COMPLETES);
        waitsFor(driven);
        listed(driven, Graduation.GRADUATES);
        listed(driven, Graduation.GRADUATES);
        waitsFor(driven, Step.TAKE_IN_PRINT);
        assertThat(process.positions(driven.number()).get("graduatePhoto").done())
                .contains("applicationSubmitted", "noCertificate", "graduationRevised");
        driven.takeInPrint(PrintState.AT_HAND, DESK).makeCertificate(DESK).handOverCertificate(DESK);
        assertThat(state(driven)).isEqualTo(Application.State.COLLECTED);
        listed(driven, Graduation.GRADUATES);
        waitsFor(driven);
    }

    @Test
    void printsAreFetchedAtTheCounterOrHandedOutInClass() {
        var driven = cases.paid(CollectionType.INDIVIDUAL)
                .uploadPhoto(College.portrait())
                .fetchPrintsAtCounter()
                .approvePhoto(College.REVIEWER)
                .release(College.REGISTRAR)
                .enterDelivered(College.REGISTRAR)
                .enterComparison(Comparison.PASSED, College.REGISTRAR)
                .print(MAILROOM);
        driven.handOverPrints(MAILROOM);
        assertThat(ends(driven, "photoPrints")).containsExactly("printsHandedOver");
    }

    @Test
    void aParcelEndsByTheStudentsWordTheCouriersOrWithTime() {
        assertThat(ends(posted().confirmReceipt(), "photoPrints")).containsExactly("printsReceived");

        var delivered = posted();
        prints.delivered(delivered.number());
        assertThat(ends(delivered, "photoPrints")).containsExactly("parcelSigned");

        var silent = posted();
        MovableClock.moveBy(Duration.ofDays(16));
        runTimer(silent, "deliveryAssumed");
        assertThat(ends(silent, "photoPrints")).containsExactly("parcelAssumedDelivered");
    }

    @Test
    void theMailRoomSettlesAParcelInTroubleInFourWays() {
        var driven = posted();
        prints.troubled(driven.number(), "地址不详，已退回");
        waitsFor(driven, Step.CONFIRM_AT_REGISTRY, Step.RESOLVE_PARCEL);
        driven.resolveParcel(ParcelDecision.POST_AGAIN, "已与学生确认地址", MAILROOM);
        driven.post(Carrier.SF, College.Cases.trackingNumber(), MAILROOM).denyReceipt("没有收到");
        driven.resolveParcel(ParcelDecision.PRINT_AGAIN, "快递丢失", MAILROOM);
        driven.print(MAILROOM)
                .post(Carrier.SF, College.Cases.trackingNumber(), MAILROOM)
                .denyReceipt("没有收到");
        driven.resolveParcel(ParcelDecision.PICKUP, "学生自取", MAILROOM);
        waitsFor(driven, Step.CONFIRM_AT_REGISTRY, Step.HAND_OVER_PRINTS);

        var found = posted().denyReceipt("没有收到");
        found.resolveParcel(ParcelDecision.DELIVERED, "门卫代收", MAILROOM);
        assertThat(ends(found, "photoPrints")).containsExactly("parcelFound");
    }

    @Test
    void theAddressIsTheNewestUntilThePostingAndAgainWhileTheParcelIsInTrouble() {
        var moved = new Address("王小明", "13800001234", "四川省", "成都市", "武侯区", "新家路2号");
        var driven = cases.registered(CollectionType.INDIVIDUAL).print(MAILROOM);
        refused("methodFixed", driven::fetchPrintsAtCounter);
        driven.havePrintsPosted(moved);
        assertThat(deliveries.of(driven.number()).orElseThrow().address()).isEqualTo(moved);
        driven.post(Carrier.SF, College.Cases.trackingNumber(), MAILROOM);
        refused("alreadyPosted", () -> driven.havePrintsPosted(College.ADDRESS));

        prints.troubled(driven.number(), Parcel.Trouble.REFUSED, "地址有误，拒收");
        assertThat(prints.parcel(driven.number()).orElseThrow().troubleKind()).isEqualTo(Parcel.Trouble.REFUSED);
        driven.havePrintsPosted(College.ADDRESS);
        driven.resolveParcel(ParcelDecision.POST_AGAIN, "新地址", MAILROOM)
                .post(Carrier.SF, College.Cases.trackingNumber(), MAILROOM);
        refused("alreadyPosted", () -> driven.havePrintsPosted(moved));
        driven.confirmReceipt();
        refused("alreadyPosted", () -> driven.havePrintsPosted(moved));
    }

    @Test
    void aLostParcelIsPrintedAgainFreeOfCharge() {
        var driven = posted();
        prints.troubled(driven.number(), Parcel.Trouble.LOST, "快递公司确认丢失");
        var lost = prints.parcel(driven.number()).orElseThrow().trackingNumber();
        driven.resolveParcel(ParcelDecision.PRINT_AGAIN, "丢失", MAILROOM);
        assertThat(jdbc.queryForObject("select state from parcel where tracking_number = ?", String.class, lost))
                .isEqualTo("LOST");
        waitsFor(driven, Step.CONFIRM_AT_REGISTRY, Step.PRINT_PHOTOS);
        assertThat(jdbc.queryForObject(
                        "select count(*) from fee_order where application_id = ?",
                        Long.class,
                        applications.byNumber(driven.number()).id()))
                .isEqualTo(1);
    }

    @Test
    void aTrackingNumberIsUsedOnceAndMustLookLikeOne() {
        var number = College.Cases.trackingNumber();
        var first = cases.registered(CollectionType.INDIVIDUAL).print(MAILROOM);
        refused("trackingNumberInvalid", () -> first.post(Carrier.SF, "?", MAILROOM));
        first.post(Carrier.SF, number, MAILROOM);
        var second = cases.registered(CollectionType.INDIVIDUAL).print(MAILROOM);
        refused("trackingNumberUsed", () -> second.post(Carrier.SF, number, MAILROOM));
        waitsFor(second, Step.CONFIRM_AT_REGISTRY, Step.POST_PARCEL);
    }

    private DrivenCase posted() {
        return cases.registered(CollectionType.INDIVIDUAL)
                .print(MAILROOM)
                .post(Carrier.SF, College.Cases.trackingNumber(), MAILROOM);
    }

    private void listed(DrivenCase driven, Graduation outcome) {
        var student = roster.byId(applications.byNumber(driven.number()).studentId());
        list.add(List.of(new GraduationList.Entry(
                student.studentNumber(), outcome, "510691202606%06d".formatted(SERIAL.incrementAndGet()))));
    }
}
