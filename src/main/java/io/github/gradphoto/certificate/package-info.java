/** The certificate desk: the imported 发证名单, the print that the student brings, the certificate and its handing over. */
package io.github.gradphoto.certificate;
