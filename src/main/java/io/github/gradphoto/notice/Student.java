package io.github.gradphoto.notice;

import io.github.gradphoto.privacy.EncryptedText;
import io.github.gradphoto.privacy.Mask;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;

/** One row of the roster, with the contact and the wishes that the student keeps there. */
@Entity
public class Student {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    private String studentNumber;
    private String examNumber;
    private String name;
    private String gender;
    private String idType;

    @Column(name = "id_number_enc")
    @Convert(converter = EncryptedText.class)
    private String idNumber;

    private String idIndex;
    private String idLastSixIndex;
    private String schoolName;
    private String campus;
    private String department;
    private String major;
    private String classCode;
    private String className;
    private String classTeacher;
    private int cohort;
    private String level;
    private String admissionType;
    private String recordStatus;
    private Boolean photoRegistered;
    private boolean feeExempt;

    @Column(name = "email_enc")
    @Convert(converter = EncryptedText.class)
    private String email;

    @Column(name = "phone_enc")
    @Convert(converter = EncryptedText.class)
    private String phone;

    private String phoneIndex;
    private boolean contactOwn;
    private Long admissionPhotoId;
    private boolean wantsResults = true;
    private boolean wantsOrderStatus = true;
    private boolean wantsOrderExceptions = true;
    private String language = "zh";
    private Long rehearsalId;

    /** When the deletion by schedule took the person out of the row. */
    @Column(insertable = false, updatable = false)
    private Instant erasedAt;

    protected Student() {}

    Student(RosterRow row, String idIndex, String idLastSixIndex, String phoneIndex) {
        this.studentNumber = row.studentNumber();
        this.idIndex = idIndex;
        this.idLastSixIndex = idLastSixIndex;
        this.idNumber = row.idNumber();
        this.examNumber = row.examNumber();
        this.name = row.name();
        this.gender = row.gender();
        this.idType = row.idType();
        this.schoolName = row.schoolName();
        this.campus = row.campus();
        this.department = row.department();
        this.major = row.major();
        this.classCode = row.classCode();
        this.className = row.className();
        this.classTeacher = row.classTeacher();
        this.cohort = row.cohort();
        this.level = row.level();
        this.admissionType = row.admissionType();
        this.recordStatus = row.recordStatus();
        this.photoRegistered = row.photoRegistered();
        this.feeExempt = row.feeExempt();
        this.email = row.email();
        this.phone = row.phone();
        this.phoneIndex = phoneIndex;
    }

    /** @param value checked before; null where it may be empty */
    void correct(RosterField field, String value) {
        switch (field) {
            case NAME -> name = value;
            case STUDENT_NUMBER -> studentNumber = value;
            case GENDER -> gender = value;
            case ID_TYPE -> idType = value;
            case ID_NUMBER -> idNumber = value;
            case MAJOR -> major = value;
            case DEPARTMENT -> department = value;
            case LEVEL -> level = value;
            case SCHOOL -> schoolName = value;
            case CAMPUS -> campus = value;
            case CLASS_CODE -> classCode = value;
            case CLASS_NAME -> className = value;
            case RECORD_STATUS -> recordStatus = value;
            case EMAIL -> email = value;
            case PHONE -> phone = value;
            case PHOTO_REGISTERED -> photoRegistered = value == null ? null : Boolean.valueOf("YES".equals(value));
            case EXAM_NUMBER -> examNumber = value;
            case COHORT -> cohort = Integer.parseInt(value);
            case ADMISSION_TYPE -> admissionType = value;
            case CLASS_TEACHER -> classTeacher = value;
            case FEE_EXEMPT -> feeExempt = "YES".equals(value);
        }
    }

    String current(RosterField field) {
        return switch (field) {
            case NAME -> name;
            case STUDENT_NUMBER -> studentNumber;
            case GENDER -> gender;
            case ID_TYPE -> idType;
            case ID_NUMBER -> idNumber;
            case MAJOR -> major;
            case DEPARTMENT -> department;
            case LEVEL -> level;
            case SCHOOL -> schoolName;
            case CAMPUS -> campus;
            case CLASS_CODE -> classCode;
            case CLASS_NAME -> className;
            case RECORD_STATUS -> recordStatus;
            case EMAIL -> email;
            case PHONE -> phone;
            case PHOTO_REGISTERED -> photoRegistered == null ? null : photoRegistered ? "YES" : "NO";
            case EXAM_NUMBER -> examNumber;
            case COHORT -> Integer.toString(cohort);
            case ADMISSION_TYPE -> admissionType;
            case CLASS_TEACHER -> classTeacher;
            case FEE_EXEMPT -> feeExempt ? "YES" : "NO";
        };
    }

    /** How ID number and telephone are found. */
    void indexes(String whole, String lastSix, String byPhone) {
        idIndex = whole;
        idLastSixIndex = lastSix;
        phoneIndex = byPhone;
    }

    void contact(String newEmail, String newPhone, String newPhoneIndex) {
        email = newEmail;
        phone = newPhone;
        phoneIndex = newPhoneIndex;
        contactOwn = true;
    }

    void phoneIndex(String index) {
        phoneIndex = index;
    }

    void wishes(boolean results, boolean orderStatus, boolean orderExceptions) {
        wantsResults = results;
        wantsOrderStatus = orderStatus;
        wantsOrderExceptions = orderExceptions;
    }

    void language(String newLanguage) {
        language = newLanguage;
    }

    void admissionPhoto(long blobId) {
        admissionPhotoId = blobId;
    }

    void madeUpFor(long rehearsal) {
        rehearsalId = rehearsal;
    }

    void photoRegistered() {
        photoRegistered = true;
    }

    public Long id() {
        return id;
    }

    public String studentNumber() {
        return studentNumber;
    }

    public String examNumber() {
        return examNumber;
    }

    public String name() {
        return name;
    }

    public String gender() {
        return gender;
    }

    public String idType() {
        return idType;
    }

    /** The whole number: for packages to the collecting unit and comparison at the desk, never for a screen. */
    public String idNumber() {
        return idNumber;
    }

    public String maskedIdNumber() {
        return Mask.idNumber(idNumber);
    }

    public String schoolName() {
        return schoolName;
    }

    public String campus() {
        return campus;
    }

    public String department() {
        return department;
    }

    public String major() {
        return major;
    }

    public String classCode() {
        return classCode;
    }

    public String className() {
        return className;
    }

    public String classTeacher() {
        return classTeacher;
    }

    public int cohort() {
        return cohort;
    }

    public String level() {
        return level;
    }

    public String admissionType() {
        return admissionType;
    }

    public String recordStatus() {
        return recordStatus;
    }

    /** Whether the registry has a photo already; null where the roster does not say. */
    public Boolean isPhotoRegistered() {
        return photoRegistered;
    }

    public boolean isFeeExempt() {
        return feeExempt;
    }

    public String email() {
        return email;
    }

    public String maskedEmail() {
        return Mask.email(email);
    }

    public String phone() {
        return phone;
    }

    public String maskedPhone() {
        return Mask.phone(phone);
    }

    /** Whether the student gave mail address and telephone, so that no list of the college may put back older ones. */
    public boolean isContactOwn() {
        return contactOwn;
    }

    public Long admissionPhotoId() {
        return admissionPhotoId;
    }

    public boolean wantsResults() {
        return wantsResults;
    }

    public boolean wantsOrderStatus() {
        return wantsOrderStatus;
    }

    public boolean wantsOrderExceptions() {
        return wantsOrderExceptions;
    }

    /** 演练: nobody real; nothing that is told to them leaves the house. */
    public boolean isMadeUp() {
        return rehearsalId != null;
    }

    public String language() {
        return language;
    }
}
