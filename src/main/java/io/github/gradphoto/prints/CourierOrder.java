package io.github.gradphoto.prints;

import java.time.Instant;

/**
 * A parcel that the courier is asked to fetch.
 *
 * @param code      of the bag, which the courier's file gives back with its number
 * @param orderedAt when the courier was asked before, or null
 */
public record CourierOrder(String number, String code, Address to, Instant orderedAt) {}
