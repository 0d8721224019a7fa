package io.github.gradphoto.photo;

import io.github.gradphoto.application.OwnApplication;
import io.github.gradphoto.identity.StudentUser;
import io.github.gradphoto.refusal.Refusal;
import org.springframework.stereotype.Component;

/** A student's own photos, and no others. */
@Component
class OwnPhotos {

    private final OwnApplication own;
    private final Photos photos;

    OwnPhotos(OwnApplication own, Photos photos) {
        this.own = own;
        this.photos = photos;
    }

    /** @throws Refusal noPhoto for one that is not there, and for another student's */
    Photo of(StudentUser me, String photoId) {
        return photos.versions(own.number(me)).stream()
                .filter(version -> version.id().toString().equals(photoId))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("noPhoto"));
    }

    Photo newest(StudentUser me) {
        return photos.current(own.number(me));
    }
}
