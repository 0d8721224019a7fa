package io.github.gradphoto.registration;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface RegistrationRepository extends JpaRepository<Registration, Long> {

    Optional<Registration> findByPhotoId(long photoId);

    List<Registration> findByReleaseKeyIn(Collection<String> keys);

    List<Registration> findByApplicationIdInOrderById(Collection<Long> applicationIds);

    Optional<Registration> findFirstByApplicationIdOrderByIdDesc(long applicationId);
}
