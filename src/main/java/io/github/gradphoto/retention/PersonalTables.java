package io.github.gradphoto.retention;

import static io.github.gradphoto.retention.PersonalTable.blanked;
import static io.github.gradphoto.retention.PersonalTable.blankedWhere;
import static io.github.gradphoto.retention.PersonalTable.deleted;
import static io.github.gradphoto.retention.PersonalTable.kept;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Every table of the schema, with what becomes of it: the one place to look at when a table is added (a test compares it
 * with the database). The order is that of deletion, so that no reference is left hanging.
 */
final class PersonalTables {

    /** The pictures of a case, by their keys in the store. */
    static final String PICTURES = """
            select original_id from photo where application_id = :application
            union select standard_id from photo where application_id = :application
            union select finished_id from photo where application_id = :application and finished_id is not null
            union select picture_id from evidence where application_id = :application""";

    private static final String OF_PHOTO = "photo_id in (select id from photo where application_id = :application)";

    /** Go with their case. */
    static final List<PersonalTable> OF_CASE = List.of(
            deleted("photo_view", "TRACES", "blob_id in (" + PICTURES + ")"),
            blankedWhere("audit_entry", "TRACES", "subject = :number", "detail"),
            deleted("registration_run_item", "REGISTRATION"),
            deleted(
                    "reverification",
                    "REGISTRATION",
                    "registration_id in (select id from registration where application_id = :application)"),
            deleted("registration", "REGISTRATION"),
            deleted("registry_confirmation", "REGISTRATION"),
            deleted(
                    "parcel",
                    "DELIVERY",
                    "print_set_id in (select id from print_set where application_id = :application)"),
            deleted("print_run_member", "DELIVERY"),
            deleted("print_set", "DELIVERY"),
            deleted("delivery", "DELIVERY"),
            deleted("review_lease", "TRACES"),
            deleted("second_look", "PHOTOS"),
            deleted("review", "PHOTOS"),
            deleted("photo_piece", "PHOTOS", OF_PHOTO),
            deleted("photo_fingerprint", "PHOTOS", OF_PHOTO),
            deleted("photo", "PHOTOS"),
            deleted("evidence", "EVIDENCE"),
            deleted("collection_code", "CODES"),
            deleted(
                    "dispute_claim",
                    "DISPUTES",
                    "dispute_id in (select id from dispute where application_id = :application)"),
            deleted("dispute", "DISPUTES"),
            deleted("extension_request", "NOTES"),
            deleted("reprint", "DELIVERY"),
            // what was paid and paid back stays for the accounts, without the words that came with it
            blanked("refund", "PAYMENTS", "reference", "note"),
            blanked("incoming_payment", "PAYMENTS", "student_number", "payer_enc", "return_reference"),
            blanked("fee_order", "PAYMENTS", "reference", "note"),
            deleted("certificate_proxy", "PROXY"),
            blanked("certificate", "PROXY", "proxy_name_enc"),
            deleted("outbox", "MESSAGES", "application_number = :number"),
            // that somebody agreed, to which text and when, proves that all this was allowed
            kept("consent", "CONSENTS"),
            blankedWhere(
                    "application", "NOTES", "id = :application", "end_note", "eligibility_note", "evidence_asked"));

    /** Go with the contact, when nothing more will be told to the student. */
    static final List<PersonalTable> OF_CONTACT = List.of(
            deleted("contact_change", "CONTACT", "student_id = :student"),
            deleted("activation_code", "CONTACT", "student_id = :student"),
            deleted("remembered_phone", "SIGN_IN", "student_id = :student"),
            deleted("call_note", "NOTES", "student_id = :student"),
            deleted("draft", "DRAFTS", "student_id = :student"));

    /** Go with the row of the roster, after those of the contact. */
    static final List<PersonalTable> OF_STUDENT = List.of(
            // what was paid for nobody's order, as far as its list named the student
            blankedWhere(
                    "incoming_payment", "PAYMENTS", "student_number = :studentNumber", "student_number", "payer_enc"),
            deleted("sign_in_code", "SIGN_IN", "student_id = :student"),
            deleted("outbox", "MESSAGES", "student_id = :student"),
            deleted("graduation_entry", "CERTIFICATES", "student_number = :studentNumber"));

    /** The roster itself; its rows stay without the person, because the figures of a notice count them. */
    static final String ROSTER = "student";

    /** Say nothing of students; the pictures are reached through the tables above. */
    static final Set<String> IMPERSONAL = Set.of(
            "notice",
            "notice_text",
            "notice_attachment",
            "notice_batch",
            "notice_escalation",
            "notice_report",
            "print_run",
            "rehearsal",
            "roster_heading",
            "roster_import",
            "registration_run",
            "deletion_record",
            "staff_lock",
            "photo_blob");

    /** Lists on their way in; they go by their age alone. */
    static final String UPLOADS = "list_upload";

    /** Rows of a list while it is taken in; they go as they are, and by their age where that stopped for good. */
    static final String UPLOADED_ROWS = "roster_import_rows";

    /** The same of admission photos; what became of each file is kept a while longer. */
    static final String UPLOADED_PHOTOS = "admission_photo_file";

    private PersonalTables() {}

    static Set<String> names() {
        var names = new TreeSet<>(IMPERSONAL);
        names.add(ROSTER);
        names.add(UPLOADS);
        names.add(UPLOADED_ROWS);
        names.add(UPLOADED_PHOTOS);
        Stream.of(OF_CASE, OF_CONTACT, OF_STUDENT)
                .flatMap(List::stream)
                .map(PersonalTable::name)
                .forEach(names::add);
        return names;
    }
}
