package io.github.gradphoto.portal;

import io.github.gradphoto.application.OwnApplication;
import io.github.gradphoto.evidence.EvidenceFile;
import io.github.gradphoto.identity.StudentUser;
import io.github.gradphoto.page.StudentPage;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Shows students the evidence of their own case, and no other. */
@StudentPage
class OwnEvidence {

    private final OwnApplication own;
    private final EvidenceFile file;

    OwnEvidence(OwnApplication own, EvidenceFile file) {
        this.own = own;
        this.file = file;
    }

    @GetMapping("/my/evidence/{id}")
    ResponseEntity<byte[]> show(@AuthenticationPrincipal StudentUser me, @PathVariable long id) {
        var evidence = file.find(own.of(me).id(), id);
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(file.show(evidence, me.studentNumber(), "own"));
    }
}
