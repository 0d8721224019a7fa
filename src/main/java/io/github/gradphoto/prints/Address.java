package io.github.gradphoto.prints;

import io.github.gradphoto.refusal.Refusal;

/** A postal address in the mainland. Fields are trimmed and complete, or a {@link Refusal} says which is missing. */
public record Address(String recipient, String phone, String province, String city, String district, String street) {

    public Address {
        recipient = need(recipient, 40, "recipientNeeded");
        phone = need(phone, 11, "phoneInvalid");
        province = need(province, 20, "addressNeeded");
        city = need(city, 20, "addressNeeded");
        district = need(district, 20, "addressNeeded");
        street = need(street, 120, "addressNeeded");
        if (!phone.matches("1[3-9]\\d{9}")) {
            throw Refusal.invalid("phoneInvalid");
        }
    }

    private static String need(String value, int longest, String key) {
        if (value == null || value.isBlank()) {
            throw Refusal.invalid(key);
        }
        if (value.strip().length() > longest) {
            throw Refusal.invalid("textTooLong", longest);
        }
        return value.strip();
    }

    public String oneLine() {
        return province + city + district + street;
    }
}
