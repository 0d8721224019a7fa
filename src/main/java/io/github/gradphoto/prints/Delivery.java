package io.github.gradphoto.prints;

import io.github.gradphoto.privacy.EncryptedText;
import io.github.gradphoto.privacy.Mask;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;

/** 快递收件信息 of an application, editable until the parcel is posted. */
@Entity
public class Delivery {

    @Id
    private Long applicationId;

    @Version
    private int version;

    @Enumerated(EnumType.STRING)
    private DeliveryMethod method;

    @Column(name = "recipient_enc")
    @Convert(converter = EncryptedText.class)
    private String recipient;

    @Column(name = "phone_enc")
    @Convert(converter = EncryptedText.class)
    private String phone;

    private String province;
    private String city;
    private String district;

    @Column(name = "street_enc")
    @Convert(converter = EncryptedText.class)
    private String street;

    private Instant givenAt;

    protected Delivery() {}

    Delivery(long applicationId, Instant now) {
        this.applicationId = applicationId;
        this.givenAt = now;
    }

    void to(DeliveryMethod how, Address address) {
        method = how;
        recipient = address == null ? null : address.recipient();
        phone = address == null ? null : address.phone();
        province = address == null ? null : address.province();
        city = address == null ? null : address.city();
        district = address == null ? null : address.district();
        street = address == null ? null : address.street();
    }

    Long applicationId() {
        return applicationId;
    }

    public DeliveryMethod method() {
        return method;
    }

    /** Null unless the prints are posted. */
    public Address address() {
        return method == DeliveryMethod.POST ? new Address(recipient, phone, province, city, district, street) : null;
    }

    public String maskedPhone() {
        return Mask.phone(phone);
    }
}
