package io.github.gradphoto.notice;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * What the fee page must name: 项目、标准、依据、代收单位、退费规则. Amounts are in cents (分).
 *
 * @param orderDays days after which an unpaid order expires and is opened anew
 * @param fourEyes whether a refund needs a second person
 */
@Embeddable
public record FeeTerms(
        @Column(name = "fee_individual_cents") int individualCents,
        @Column(name = "fee_central_cents") int centralCents,
        @Column(name = "fee_reprint_cents") int reprintCents,
        @Column(name = "fee_basis") String basis,
        String payee,
        String refundRule,
        String counterPlace,
        String transferAccount,
        int orderDays,
        boolean fourEyes) {}
