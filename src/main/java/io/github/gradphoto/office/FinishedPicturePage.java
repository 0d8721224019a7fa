package io.github.gradphoto.office;

import io.github.gradphoto.application.Step;
import io.github.gradphoto.measure.StandardPhotoMaker;
import io.github.gradphoto.picture.DecodedPicture;
import io.github.gradphoto.picture.PictureDecoder;
import io.github.gradphoto.picture.PictureFault;
import io.github.gradphoto.picture.PictureRefusedException;
import io.github.gradphoto.refusal.Refusal;
import io.github.gradphoto.registration.Registrations;
import java.io.IOException;
import java.security.Principal;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 成品照片: takes in the picture that the collecting unit finished. */
@OfficePage
class FinishedPicturePage {

    private static final Set<Step> STEPS = EnumSet.of(Step.ENTER_DELIVERY_RESULT);

    private final OfficeTasks tasks;
    private final CaseHeads heads;
    private final Registrations registrations;
    private final PictureDecoder decoder;

    FinishedPicturePage(OfficeTasks tasks, CaseHeads heads, Registrations registrations, PictureDecoder decoder) {
        this.tasks = tasks;
        this.heads = heads;
        this.registrations = registrations;
        this.decoder = decoder;
    }

    @GetMapping("/office/tasks/{taskId}/finished-picture")
    String page(@PathVariable String taskId, Model model) {
        var task = tasks.open(taskId, STEPS);
        model.addAttribute("task", task);
        model.addAttribute("head", heads.of(task.number(), task.step()));
        return "office/finished-picture";
    }

    @PostMapping("/office/tasks/{taskId}/finished-picture")
    String takeIn(
            @PathVariable String taskId, @RequestParam MultipartFile picture, Principal user, RedirectAttributes next)
            throws IOException {
        var task = tasks.open(taskId, STEPS);
        var jpeg = picture.getBytes();
        ensureStandard(decoder.decode(jpeg));
        registrations.finishedPicture(task.number(), jpeg, user.getName());
        next.addFlashAttribute("done", true);
        return "redirect:/office/tasks/" + taskId + "/finished-picture";
    }

    /** The unit sends back what the registry keeps: a JPEG of 480×640 px (教毕指〔2017〕99号). Anything else is another file. */
    private static void ensureStandard(DecodedPicture picture) {
        if (!MediaType.IMAGE_JPEG_VALUE.equals(picture.mediaType())) {
            throw new PictureRefusedException(PictureFault.UNSUPPORTED_TYPE);
        }
        int width = picture.image().getWidth();
        int height = picture.image().getHeight();
        if (width != StandardPhotoMaker.WIDTH || height != StandardPhotoMaker.HEIGHT) {
            throw Refusal.invalid(
                    "finishedPictureSize", StandardPhotoMaker.WIDTH, StandardPhotoMaker.HEIGHT, width, height);
        }
    }
}
