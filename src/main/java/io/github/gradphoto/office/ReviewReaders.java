package io.github.gradphoto.office;

import io.github.gradphoto.identity.StaffGroup;
import io.github.gradphoto.review.ReviewTasks;
import java.util.Arrays;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/** Whose queue of photos is asked for. */
final class ReviewReaders {

    private ReviewReaders() {}

    static ReviewTasks.Reader of(Authentication user) {
        var authorities = AuthorityUtils.authorityListToSet(user.getAuthorities());
        return new ReviewTasks.Reader(
                user.getName(),
                Arrays.stream(StaffGroup.values())
                        .filter(group -> authorities.contains(group.authority()))
                        .map(StaffGroup::id)
                        .toList());
    }

    /** Who answers for all reviewers' decisions, not for their own alone. */
    static boolean isHead(Authentication user) {
        return AuthorityUtils.authorityListToSet(user.getAuthorities()).contains(StaffGroup.HEAD_REVIEWER.authority());
    }
}
