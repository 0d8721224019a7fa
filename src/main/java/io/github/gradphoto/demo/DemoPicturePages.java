package io.github.gradphoto.demo;

import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.notice.Student;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import javax.imageio.ImageIO;
import org.springframework.context.annotation.Profile;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** What a visitor uploads: a student's simulated code, and photos of that student, good and bad. */
@Controller
@Profile("demo")
@RequestMapping("/demo")
class DemoPicturePages {

    private static final Duration UNCHANGED = Duration.ofHours(1);

    private final Roster roster;
    private final SimulatedCode code = new SimulatedCode();
    private final DemoPictures pictures = new DemoPictures();

    DemoPicturePages(Roster roster) {
        this.roster = roster;
    }

    @GetMapping("/codes/{studentNumber:[0-9A-Za-z]+}")
    String code(@PathVariable String studentNumber, Model model) {
        model.addAttribute("student", student(studentNumber));
        return "demo/code";
    }

    @GetMapping("/codes/{studentNumber:[0-9A-Za-z]+}.png")
    ResponseEntity<byte[]> codePicture(@PathVariable String studentNumber) throws IOException {
        var student = student(studentNumber);
        var png = new ByteArrayOutputStream();
        ImageIO.write(code.picture(DemoCodes.payload(studentNumber), label(student)), "png", png);
        return picture(MediaType.IMAGE_PNG, png.toByteArray());
    }

    @GetMapping("/portraits/{studentNumber:[0-9A-Za-z]+}")
    String portraits(@PathVariable String studentNumber, Model model) {
        model.addAttribute("student", student(studentNumber));
        model.addAttribute("flaws", Flaw.values());
        return "demo/portraits";
    }

    @GetMapping("/portraits/{studentNumber:[0-9A-Za-z]+}.jpg")
    ResponseEntity<byte[]> portrait(@PathVariable String studentNumber) {
        return picture(MediaType.IMAGE_JPEG, pictures.taken(student(studentNumber), Set.of()));
    }

    @GetMapping("/portraits/{studentNumber:[0-9A-Za-z]+}/{flaw:[A-Z_]+}.jpg")
    ResponseEntity<byte[]> flawedPortrait(@PathVariable String studentNumber, @PathVariable Flaw flaw) {
        return picture(MediaType.IMAGE_JPEG, pictures.taken(student(studentNumber), Set.of(flaw)));
    }

    private Student student(String number) {
        return roster.byNumber(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String label(Student student) {
        return student.studentNumber() + "  " + student.name().substring(0, 1) + "**";
    }

    private static ResponseEntity<byte[]> picture(MediaType type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.maxAge(UNCHANGED).cachePrivate())
                .body(content);
    }
}
