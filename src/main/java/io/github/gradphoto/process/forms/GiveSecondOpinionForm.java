package io.github.gradphoto.process.forms;

import io.github.gradphoto.review.Reviews;
import org.springframework.stereotype.Component;

/** 复审, by another person than the first review. */
@Component("giveSecondOpinionForm")
class GiveSecondOpinionForm extends ReviewForm {

    GiveSecondOpinionForm(Reviews reviews) {
        super(reviews, true);
    }
}
