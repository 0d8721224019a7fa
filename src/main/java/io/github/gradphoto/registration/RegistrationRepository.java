package io.github.gradphoto.registration;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface RegistrationRepository extends JpaRepository<Registration, Long> {

    Optional<Registration> findByPhotoId(long photoId);

    Optional<Registration> findFirstByApplicationIdOrderByIdDesc(long applicationId);
}
