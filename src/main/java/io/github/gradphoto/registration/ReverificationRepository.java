package io.github.gradphoto.registration;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface ReverificationRepository extends JpaRepository<Reverification, Long> {

    Optional<Reverification> findFirstByRegistrationIdOrderByIdDesc(long registrationId);
}
