package io.github.gradphoto.photo;

import io.github.gradphoto.measure.Measure;
import io.github.gradphoto.photo.Photo.State;
import io.github.gradphoto.photo.Resemblances.Resemblance;
import io.github.gradphoto.picture.PictureHash;
import io.github.gradphoto.privacy.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every photo that was uploaded, by what it looks like. Found by its pieces, so that thousands of photos make no difference. */
@Component
class SeenPhotos {

    private static final Set<State> SENT_BACK = Set.of(State.REJECTED, State.REFUSED_BY_REGISTRY);

    private static final String ROW = """
            select f.photo_id, f.whole_enc, f.framed_enc, p.attempt, p.state, p.original_sha256, a.number, a.student_id
            from photo_fingerprint f
            join photo p on p.id = f.photo_id
            join application a on a.id = p.application_id
            where""";

    private record Seen(
            long photoId,
            PhotoFingerprint fingerprint,
            int attempt,
            State state,
            String sha256,
            String number,
            long studentId) {

        /** 0 for the very same file. */
        int distance(Seen other) {
            return sha256.equals(other.sha256) ? 0 : Math.max(1, fingerprint.distance(other.fingerprint));
        }

        boolean isNearly(Seen other) {
            return sha256.equals(other.sha256) || fingerprint.isNearly(other.fingerprint);
        }
    }

    private final JdbcClient jdbc;
    private final Vault vault;

    SeenPhotos(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    void remember(long photoId, PhotoFingerprint fingerprint) {
        jdbc.sql("insert into photo_fingerprint (photo_id, whole_enc, framed_enc) values (?, ?, ?)")
                .params(
                        photoId,
                        vault.encrypt(fingerprint.whole().toText()),
                        vault.encrypt(fingerprint.framed().toText()))
                .update();
        for (var piece : fingerprint.pieces()) {
            jdbc.sql("insert into photo_piece (photo_id, piece_index) values (?, ?)")
                    .params(photoId, index(piece))
                    .update();
        }
    }

    private String index(String piece) {
        return vault.index("photo-piece", piece);
    }

    /** How near the nearest picture of each kind is; nothing for a kind without a picture that is nearly the same. */
    Map<Measure, Integer> compare(long photoId) {
        var distances = new EnumMap<Measure, Integer>(Measure.class);
        find(photoId).ifPresent(photo -> {
            nearest(photo, other -> isOwn(photo, other) && SENT_BACK.contains(other.state))
                    .ifPresent(distance -> distances.put(Measure.REJECTED_DISTANCE, distance));
            nearest(photo, other -> !isOwn(photo, other))
                    .ifPresent(distance -> distances.put(Measure.OTHER_STUDENT_DISTANCE, distance));
        });
        return distances;
    }

    List<Resemblance> ofOthers(long photoId) {
        return find(photoId).stream()
                .flatMap(photo -> nearly(photo)
                        .filter(other -> !isOwn(photo, other))
                        .map(other -> new Resemblance(other.number, other.attempt, photo.distance(other))))
                .sorted(Comparator.comparingInt(Resemblance::bits).thenComparing(Resemblance::number))
                .toList();
    }

    private static boolean isOwn(Seen photo, Seen other) {
        return photo.studentId == other.studentId;
    }

    private Optional<Integer> nearest(Seen photo, Predicate<Seen> which) {
        return nearly(photo).filter(which).map(photo::distance).min(Comparator.naturalOrder());
    }

    private Optional<Seen> find(long photoId) {
        return jdbc.sql(ROW + " f.photo_id = ?")
                .param(photoId)
                .query(this::seen)
                .optional();
    }

    private Stream<Seen> nearly(Seen photo) {
        var pieces = photo.fingerprint.pieces().stream().map(this::index).toList();
        return jdbc
                .sql(ROW + " f.photo_id <> :photo"
                        + " and f.photo_id in (select photo_id from photo_piece where piece_index in (:pieces))")
                .param("photo", photo.photoId)
                .param("pieces", pieces)
                .query(this::seen)
                .list()
                .stream()
                .filter(photo::isNearly);
    }

    private Seen seen(ResultSet row, int index) throws SQLException {
        return new Seen(
                row.getLong("photo_id"),
                new PhotoFingerprint(hash(row.getString("whole_enc")), hash(row.getString("framed_enc"))),
                row.getInt("attempt"),
                State.valueOf(row.getString("state")),
                row.getString("original_sha256"),
                row.getString("number"),
                row.getLong("student_id"));
    }

    private PictureHash hash(String encrypted) {
        return PictureHash.fromText(vault.decrypt(encrypted));
    }
}
