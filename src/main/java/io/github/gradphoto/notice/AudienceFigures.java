package io.github.gradphoto.notice;

/**
 * How many students a notice addresses, counted by the database.
 *
 * @param registered  of them, whose photo the registry has
 * @param exempt      of them, who pay no fee
 * @param unreachable of them, who have no mail address
 * @param payers      of them, who have no photo at the registry and are not exempt
 */
public record AudienceFigures(long addressed, long registered, long exempt, long unreachable, long payers) {}
