package io.github.gradphoto.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Cohen's kappa by a worked example, and where it is not defined. */
class AgreementTest {

    private static final String BLURRED = RejectionReason.BLURRED.name();

    @Test
    void kappaTakesOffWhatChanceWouldAgreeOn() {
        // 20 both yes, 5 and 10 differ, 15 both no: 0.7 agree, 0.5 by chance, kappa 0.4.
        var agreement = new Agreement(20, 5, 10, 15);
        assertThat(agreement.observed()).isEqualTo(0.7, within(1e-9));
        assertThat(agreement.kappa()).isEqualTo(0.4, within(1e-9));
        assertThat(new Agreement(3, 0, 0, 3).kappa()).isEqualTo(1.0, within(1e-9));
        assertThat(new Agreement(0, 3, 3, 0).kappa()).isEqualTo(-1.0, within(1e-9));
    }

    @Test
    void whereEverybodySaysTheSameItIsNotDefined() {
        assertThat(new Agreement(9, 0, 0, 0).observed()).isEqualTo(1.0);
        assertThat(new Agreement(9, 0, 0, 0).kappa()).isNull();
        assertThat(new Agreement(0, 0, 0, 0).observed()).isNull();
        assertThat(new Agreement(0, 0, 0, 0).kappa()).isNull();
    }

    @Test
    void eachReasonIsComparedByItself() {
        var pairs = new ArrayList<TwoOpinions>();
        pairs.addAll(Collections.nCopies(
                4, new TwoOpinions(Review.Decision.APPROVED, null, Review.Decision.APPROVED, null)));
        pairs.addAll(Collections.nCopies(
                2, new TwoOpinions(Review.Decision.REJECTED, BLURRED, Review.Decision.REJECTED, BLURRED)));
        pairs.add(new TwoOpinions(Review.Decision.REJECTED, BLURRED, Review.Decision.REJECTED, "JEWELLERY"));
        pairs.add(new TwoOpinions(Review.Decision.APPROVED, null, Review.Decision.REJECTED, BLURRED));
        var table = Agreement.of(pairs);
        assertThat(table.whole()).isEqualTo(new Agreement(4, 1, 0, 3));
        assertThat(table.byReason().keySet()).isEqualTo(Set.of(RejectionReason.BLURRED, RejectionReason.JEWELLERY));
        assertThat(table.byReason().get(RejectionReason.BLURRED)).isEqualTo(new Agreement(2, 1, 1, 4));
        assertThat(table.byReason().get(RejectionReason.JEWELLERY)).isEqualTo(new Agreement(0, 0, 1, 7));
    }
}
