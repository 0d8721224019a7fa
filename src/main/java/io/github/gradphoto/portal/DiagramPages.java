package io.github.gradphoto.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.gradphoto.application.ApplicationProcess;
import io.github.gradphoto.application.OwnApplication;
import io.github.gradphoto.identity.StudentUser;
import io.github.gradphoto.page.StudentPage;
import io.github.gradphoto.refusal.Refusal;
import java.time.Duration;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The notice as a diagram, with 「您在这里」 where the student's application stands. */
@StudentPage
class DiagramPages {

    private static final List<String> DIAGRAMS = List.of(
            "graduatePhoto",
            "photoPayment",
            "photoRegistration",
            "reverification",
            "photoPrints",
            "photoReprint",
            "photoRefund",
            "collectionNotice",
            "sendMessage");

    private final OwnApplication own;
    private final ApplicationProcess process;
    private final ObjectMapper json;

    DiagramPages(OwnApplication own, ApplicationProcess process, ObjectMapper json) {
        this.own = own;
        this.process = process;
        this.json = json;
    }

    @GetMapping("/my/diagram")
    String show(@AuthenticationPrincipal StudentUser me, Model model) throws JsonProcessingException {
        var positions = process.positions(own.number(me));
        model.addAttribute("positions", json.writeValueAsString(positions));
        model.addAttribute(
                "diagrams",
                DIAGRAMS.stream()
                        .filter(id -> id.equals("graduatePhoto") || positions.containsKey(id))
                        .toList());
        return "portal/diagram";
    }

    /** The models are public, as the notice is. */
    @GetMapping("/diagrams/{id}.bpmn")
    ResponseEntity<ClassPathResource> model(@PathVariable String id) {
        if (!DIAGRAMS.contains(id)) {
            throw Refusal.notFound("noDiagram");
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)))
                .body(new ClassPathResource("processes/" + id + ".bpmn"));
    }
}
