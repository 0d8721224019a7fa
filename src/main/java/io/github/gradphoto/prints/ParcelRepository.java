package io.github.gradphoto.prints;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface ParcelRepository extends JpaRepository<Parcel, Long> {

    Optional<Parcel> findFirstByPrintSetIdOrderByIdDesc(long printSetId);

    Optional<Parcel> findFirstByTrackingNumberOrderByIdDesc(String trackingNumber);

    boolean existsByCarrierAndTrackingNumber(Carrier carrier, String trackingNumber);
}
