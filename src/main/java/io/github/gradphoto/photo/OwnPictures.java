package io.github.gradphoto.photo;

import io.github.gradphoto.identity.StudentUser;
import io.github.gradphoto.page.StudentPage;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Shows students their own photos, and no others. */
@StudentPage
class OwnPictures {

    private final OwnPhotos own;
    private final Photos photos;

    OwnPictures(OwnPhotos own, Photos photos) {
        this.own = own;
        this.photos = photos;
    }

    @GetMapping("/my/photos/{photoId}/standard")
    ResponseEntity<byte[]> standard(@AuthenticationPrincipal StudentUser me, @PathVariable String photoId) {
        var picture = photos.show(own.of(me, photoId).standardId(), me.studentNumber(), "own");
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(picture.mediaType()))
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(picture.content());
    }
}
