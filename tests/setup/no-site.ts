throw new Error("the site is not part of this test: use a browser journey");
