package io.github.gradphoto.page;

import org.springframework.stereotype.Component;

/** The college's name before the product's: {@code ${@brand.name()}}. */
@Component("brand")
class BrandName {

    private final Brand brand;

    BrandName(Brand brand) {
        this.brand = brand;
    }

    public String name() {
        return brand.name();
    }
}
