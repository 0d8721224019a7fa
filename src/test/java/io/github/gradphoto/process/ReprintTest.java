package io.github.gradphoto.process;

import static io.github.gradphoto.process.College.BURSAR;
import static io.github.gradphoto.process.College.MAILROOM;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradphoto.application.Step;
import io.github.gradphoto.demo.DrivenCase;
import io.github.gradphoto.message.Messages;
import io.github.gradphoto.notice.CollectionType;
import io.github.gradphoto.prints.Carrier;
import io.github.gradphoto.prints.Deliveries;
import io.github.gradphoto.prints.DeliveryMethod;
import io.github.gradphoto.prints.Reprint;
import io.github.gradphoto.prints.Reprints;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** 补印 that the student asks for, and pays where the notice takes money for it (N19, N21). */
class ReprintTest extends EngineTest {

    @Autowired
    private Reprints reprints;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private Messages messages;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void whoLostThePrintsPaysAndGetsOthersAtAnAddressThatMayHaveChanged() {
        cases.publish(terms -> terms);
        var driven = posted().confirmReceipt();
        reprints.ask(driven.number(), "快递盒被雨淋湿", "转-77");
        waitsFor(driven, Step.CONFIRM_AT_REGISTRY, Step.COLLECT_REPRINT_FEE);
        refused("reprintNotPossible", () -> reprints.ask(driven.number(), "再要一套", ""));

        refused("amountDiffers", () -> pay(driven, "19.99"));
        refused("transactionKnown", () -> {
            var other = posted().confirmReceipt();
            pay(driven, "20.00");
            reprints.ask(other.number(), "丢了", "");
            other.complete(Step.COLLECT_REPRINT_FEE, BURSAR, money("20.00", driven));
        });
        waitsFor(driven, Step.CONFIRM_AT_REGISTRY, Step.PRINT_PHOTOS);
        assertThat(told(driven)).contains("补印申请已受理");
        assertThat(deliveries.isEditable(driven.number())).isTrue();
        deliveries.give(driven.number(), DeliveryMethod.PICKUP, null);
        driven.print(MAILROOM).handOverPrints(MAILROOM);
        waitsFor(driven, Step.CONFIRM_AT_REGISTRY);
        assertThat(ends(driven, "photoReprint")).containsExactly("reprintFinished");
        assertThat(deliveries.isEditable(driven.number())).isFalse();
        assertThat(jdbc.queryForList("select reason_enc from reprint", String.class))
                .noneMatch(cipher -> cipher.contains("雨"));
        assertThat(reprints.isPossible(driven.number())).isTrue();
    }

    @Test
    void whoDoesNotPayIsToldAndCanAskAgain() {
        cases.publish(terms -> terms);
        var driven = posted().confirmReceipt();
        reprints.ask(driven.number(), "丢了", "");
        refused(
                "noteNeeded",
                () -> driven.complete(Step.COLLECT_REPRINT_FEE, BURSAR, Map.of("decision", "NOT_RECEIVED")));
        driven.complete(Step.COLLECT_REPRINT_FEE, BURSAR, Map.of("decision", "NOT_RECEIVED", "note", "一周内未到账"));
        waitsFor(driven, Step.CONFIRM_AT_REGISTRY);
        assertThat(ends(driven, "photoReprint")).containsExactly("reprintDropped");
        assertThat(reprints.current(driven.number()).state()).isEqualTo(Reprint.State.DROPPED);
        assertThat(told(driven)).contains("一周内未到账");
        reprints.ask(driven.number(), "丢了，已转账", "转-78");
        waitsFor(driven, Step.CONFIRM_AT_REGISTRY, Step.COLLECT_REPRINT_FEE);
    }

    @Test
    void whereItIsFreeTheMailRoomPrintsAtOnce() {
        var notice = cases.publish(terms -> terms);
        jdbc.update("update notice set fee_reprint_cents = 0 where id = ?", notice.id());
        var driven = posted().confirmReceipt();
        reprints.ask(driven.number(), "丢了", "");
        waitsFor(driven, Step.CONFIRM_AT_REGISTRY, Step.PRINT_PHOTOS);
    }

    @Test
    void beforeThePrintsHaveComeThereIsNothingToPrintAgain() {
        cases.publish(terms -> terms);
        var driven = posted();
        refused("reprintNotPossible", () -> reprints.ask(driven.number(), "丢了", ""));
        refused("reasonNeeded", () -> reprints.ask(driven.number(), " ", ""));
        refused("textTooLong", () -> reprints.ask(driven.number(), "长".repeat(301), ""));
        refused("textTooLong", () -> reprints.ask(driven.number(), "丢了", "7".repeat(61)));
        assertThat(reprints.latest(driven.number())).isEmpty();
        waitsFor(driven, Step.CONFIRM_AT_REGISTRY, Step.CONFIRM_RECEIPT);
    }

    private DrivenCase posted() {
        return cases.registered(CollectionType.INDIVIDUAL)
                .print(MAILROOM)
                .post(Carrier.SF, College.Cases.trackingNumber(), MAILROOM);
    }

    private void pay(DrivenCase driven, String amount) {
        driven.complete(Step.COLLECT_REPRINT_FEE, BURSAR, money(amount, driven));
    }

    private static Map<String, String> money(String amount, DrivenCase driven) {
        return Map.of(
                "decision",
                "RECEIVED",
                "amount",
                amount,
                "valueDate",
                LocalDate.now().toString(),
                "reference",
                "REPRINT-" + driven.number());
    }

    private String told(DrivenCase driven) {
        return messages.of(driven.number()).stream()
                .map(message -> message.subject() + message.body())
                .toList()
                .toString();
    }
}
