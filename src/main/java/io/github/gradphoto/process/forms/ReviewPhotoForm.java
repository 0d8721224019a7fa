package io.github.gradphoto.process.forms;

import io.github.gradphoto.review.Reviews;
import org.springframework.stereotype.Component;

/** 审核. */
@Component("reviewPhotoForm")
class ReviewPhotoForm extends ReviewForm {

    ReviewPhotoForm(Reviews reviews) {
        super(reviews, false);
    }
}
