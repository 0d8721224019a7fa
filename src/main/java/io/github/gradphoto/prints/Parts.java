package io.github.gradphoto.prints;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Keys by some hundreds, as many as go well into one statement. */
final class Parts {

    private static final int AT_ONCE = 500;

    private Parts() {}

    static <T> Stream<List<T>> of(Collection<T> keys) {
        var all = List.copyOf(keys);
        return IntStream.iterate(0, from -> from < all.size(), from -> from + AT_ONCE)
                .mapToObj(from -> all.subList(from, Math.min(all.size(), from + AT_ONCE)));
    }
}
