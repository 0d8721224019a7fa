package io.github.gradphoto.photo;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface PhotoRepository extends JpaRepository<Photo, Long> {

    List<Photo> findByApplicationIdOrderByAttemptDesc(long applicationId);

    List<Photo> findByApplicationIdInOrderByAttempt(Collection<Long> applicationIds);

    Optional<Photo> findFirstByApplicationIdOrderByAttemptDesc(long applicationId);
}
