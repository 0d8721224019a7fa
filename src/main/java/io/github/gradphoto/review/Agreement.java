package io.github.gradphoto.review;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * How far two reviewers agree: the share of equal answers, and Cohen's kappa (J. Cohen, 1960), which takes off what two
 * people who guess would agree on by chance.
 *
 * @param both    how often both said yes (of the whole: approved)
 * @param neither how often both said no
 */
public record Agreement(int both, int onlyFirst, int onlySecond, int neither) {

    /** The whole, and each reason that anybody named. */
    public record Table(Agreement whole, Map<RejectionReason, Agreement> byReason) {}

    static Table of(List<TwoOpinions> pairs) {
        Predicate<TwoOpinions> firstApproves = pair -> pair.first() == Review.Decision.APPROVED;
        Predicate<TwoOpinions> secondApproves = pair -> pair.second() == Review.Decision.APPROVED;
        var byReason = new EnumMap<RejectionReason, Agreement>(RejectionReason.class);
        var named = new ArrayList<RejectionReason>();
        pairs.forEach(pair -> named.addAll(pair.named()));
        named.stream()
                .distinct()
                .forEach(reason -> byReason.put(
                        reason, of(pairs, pair -> pair.firstSays(reason), pair -> pair.secondSays(reason))));
        return new Table(of(pairs, firstApproves, secondApproves), byReason);
    }

    private static Agreement of(List<TwoOpinions> pairs, Predicate<TwoOpinions> first, Predicate<TwoOpinions> second) {
        return new Agreement(
                count(pairs, first.and(second)),
                count(pairs, first.and(second.negate())),
                count(pairs, second.and(first.negate())),
                count(pairs, first.or(second).negate()));
    }

    private static int count(List<TwoOpinions> pairs, Predicate<TwoOpinions> which) {
        return (int) pairs.stream().filter(which).count();
    }

    public int total() {
        return both + onlyFirst + onlySecond + neither;
    }

    /** 0…1, or null where nothing was compared. */
    public Double observed() {
        return total() == 0 ? null : (both + neither) / (double) total();
    }

    /** −1…1, or null where it is not defined: nothing compared, or both said the same one thing always. */
    public Double kappa() {
        if (total() == 0) {
            return null;
        }
        double n = total();
        double yesByChance = (both + onlyFirst) / n * ((both + onlySecond) / n);
        double noByChance = (neither + onlySecond) / n * ((neither + onlyFirst) / n);
        double byChance = yesByChance + noByChance;
        return byChance == 1 ? null : (observed() - byChance) / (1 - byChance);
    }
}
