package io.github.gradphoto.prints;

import io.github.gradphoto.application.Applications;
import io.github.gradphoto.photo.Photos;
import io.github.gradphoto.refusal.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The parcels on their way, for the mail room; and which case a scanned code means. */
@Service
@Transactional(readOnly = true)
public class Parcels {

    /** @param number of the application */
    public record UnderWay(
            String number, String name, String className, Carrier carrier, String trackingNumber, Instant postedAt) {}

    private static final String UNDER_WAY = """
            select a.number, st.name, st.class_name, p.carrier, p.tracking_number, p.posted_at
            from parcel p join print_set s on s.id = p.print_set_id join application a on a.id = s.application_id
            join student st on st.id = a.student_id
            where p.state = 'IN_TRANSIT' and s.state = 'POSTED' and a.state = 'RUNNING'""";

    private final JdbcClient jdbc;
    private final Applications applications;
    private final Photos photos;

    Parcels(JdbcClient jdbc, Applications applications, Photos photos) {
        this.jdbc = jdbc;
        this.applications = applications;
        this.photos = photos;
    }

    /** Those that are longest on their way first. */
    public List<UnderWay> underWay(int from, int most) {
        return jdbc.sql(UNDER_WAY + " order by p.posted_at, p.id offset " + from + " rows fetch next " + most
                        + " rows only")
                .query(Parcels::underWay)
                .list();
    }

    public long countUnderWay() {
        return jdbc.sql("select count(*) from (" + UNDER_WAY + ") parcels")
                .query(Long.class)
                .single();
    }

    /** By its number, its bag or its case. */
    public List<UnderWay> underWay(String scanned) {
        var typed = scanned.strip().toUpperCase(Locale.ROOT);
        var number = BagCode.read(typed).map(BagCode::number).orElse("-");
        return jdbc.sql(UNDER_WAY + " and (p.tracking_number = :typed or a.number = :number)")
                .param("typed", typed)
                .param("number", number)
                .query(Parcels::underWay)
                .list();
    }

    private static UnderWay underWay(ResultSet row, int index) throws SQLException {
        return new UnderWay(
                row.getString("number"),
                row.getString("name"),
                row.getString("class_name"),
                Carrier.valueOf(row.getString("carrier")),
                row.getString("tracking_number"),
                row.getObject("posted_at", OffsetDateTime.class).toInstant());
    }

    /**
     * The application that a scanned bag belongs to.
     *
     * @throws Refusal bagUnknown; bagOutdated where the picture inside is not the valid one any more
     */
    public String ofBag(String scanned) {
        var bag = BagCode.read(scanned == null ? "" : scanned);
        var number = bag.flatMap(code -> applications.byNumbers(List.of(code.number())).stream()
                        .map(application -> application.number())
                        .findFirst())
                .orElseThrow(() -> Refusal.notFound("bagUnknown"));
        if (isOutdated(bag.get())) {
            throw Refusal.conflict("bagOutdated");
        }
        return number;
    }

    /** Whether the picture inside is not the valid one any more, because the student has another one by now. */
    public boolean isOutdated(BagCode bag) {
        return bag.picture() != null
                && !photos.latest(bag.number())
                        .map(photo -> BagCode.of(bag.number(), photo.officialSha256()))
                        .equals(Optional.of(bag));
    }
}
