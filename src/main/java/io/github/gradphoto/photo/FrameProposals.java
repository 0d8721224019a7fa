package io.github.gradphoto.photo;

import io.github.gradphoto.measure.Measure;
import io.github.gradphoto.measure.MeasuredPhoto;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says where the frame should be, in the words of the page. */
@Component
class FrameProposals {

    private final MessageSource texts;

    FrameProposals(MessageSource texts) {
        this.texts = texts;
    }

    FrameProposal of(MeasuredPhoto photo) {
        var faces = photo.measurements().get(Measure.FACES);
        if (faces.isPresent() && faces.getAsDouble() != 1) {
            return new FrameProposal(
                    null, null, say(faces.getAsDouble() == 0 ? CheckReason.NO_FACE : CheckReason.SEVERAL_FACES));
        }
        return new FrameProposal(photo.proposed(), photo.limits().orElse(null), null);
    }

    private String say(CheckReason reason) {
        var locale = LocaleContextHolder.getLocale();
        return texts.getMessage("photo.check." + reason.key(), null, locale) + " "
                + texts.getMessage("photo.mend." + reason.key(), null, locale);
    }
}
