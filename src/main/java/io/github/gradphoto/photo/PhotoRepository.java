package io.github.gradphoto.photo;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface PhotoRepository extends JpaRepository<Photo, Long> {

    List<Photo> findByApplicationIdOrderByAttemptDesc(long applicationId);

    Optional<Photo> findFirstByApplicationIdOrderByAttemptDesc(long applicationId);
}
