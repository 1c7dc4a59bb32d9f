-- Certificates sent before they were signed certify nothing any more: they are sent again, signed.
UPDATE agreement_destruction SET published = false WHERE certificate IS NOT NULL;
