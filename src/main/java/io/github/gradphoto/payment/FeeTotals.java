package io.github.gradphoto.payment;

/**
 * What a notice has taken in.
 *
 * @param paid      orders that are paid
 * @param open      orders that wait for money
 * @param paidCents of the paid orders
 */
public record FeeTotals(long paid, long open, long paidCents) {}
