package io.github.gradphoto.collectioncode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeKindTest {

    @ParameterizedTest
    @CsvSource({
        "PAYMENT_CODE, wxp://f2f0abc",
        "PAYMENT_CODE, https://qr.alipay.com/fkx0abc",
        "PAYMENT_CODE, HTTPS://QR.ALIPAY.COM/FKX0ABC",
        "PAYMENT_CODE, https://payapp.weixin.qq.com/qrpay/order/home2",
        "NAME_CARD, BEGIN:VCARD",
        "NAME_CARD, MECARD:N:Zhang;;",
        "NAME_CARD, https://u.wechat.com/abc",
        "NAME_CARD, weixin://contacts/profile/abc",
        "VERIFICATION_REPORT, https://www.chsi.com.cn/xlcx/bg.do?vcode=ABC&srcid=bgcx",
        "VERIFICATION_REPORT, http://www.chsi.com.cn/report/xjbg?id=1",
        "COLLECTION_CODE, GRADPHOTO-SIM:0011",
        "COLLECTION_CODE, https://www.chsi.com.cn/txcj/0011",
        "COLLECTION_CODE, 4f0c9be2b5",
        "COLLECTION_CODE, see https://qr.alipay.com/ in the middle"
    })
    void isToldByThePrefix(CodeKind kind, String payload) {
        assertThat(CodeKind.of(payload)).isEqualTo(kind);
        assertThat(CodeKind.of(" " + payload + "\n")).isEqualTo(kind);
    }
}
