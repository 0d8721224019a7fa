package io.github.gradphoto.prints;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface ParcelRepository extends JpaRepository<Parcel, Long> {

    List<Parcel> findByPrintSetIdInOrderById(Collection<Long> printSetIds);

    List<Parcel> findByTrackingNumberIn(Collection<String> trackingNumbers);

    Optional<Parcel> findFirstByPrintSetIdOrderByIdDesc(long printSetId);

    Optional<Parcel> findFirstByTrackingNumberOrderByIdDesc(String trackingNumber);

    boolean existsByCarrierAndTrackingNumber(Carrier carrier, String trackingNumber);
}
